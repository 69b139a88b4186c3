"""The rows of a preview in words: each unit as it was and as it will be."""

from dataclasses import dataclass

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.kernel.reorganisations.preview import Change, Preview, Standing


@dataclass(frozen=True, slots=True)
class Row:
    """A change with the words before and after; of what stays the same only the name is told."""

    change: Change
    before: str
    after: str


def rows(shown: Preview) -> list[Row]:
    """Every change in its order."""
    return [
        Row(each, _words(each.before, each.after, shown.old), _words(each.after, each.before, shown.new))
        for each in shown.changes
    ]


def post_names(shown: Preview) -> list[str]:
    """The posts that end, by their full names."""
    return [post.called(shown.old[post.unit.key].name) for post in shown.posts if post.unit.key in shown.old]


def _words(version: UnitVersion | None, other: UnitVersion | None, names: Standing) -> str:
    if version is None:
        return ""
    told = [version.name]
    if other is None or other.kind != version.kind:
        told.append(version.get_kind_display().lower())
    if version.parent and (other is None or other.parent != version.parent):
        above = names.get(version.parent.key)
        told.append(f"thuộc {above.name if above else version.parent.key}")
    return ", ".join(told)
