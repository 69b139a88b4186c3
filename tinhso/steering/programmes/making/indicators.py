"""Rows of an indicator: itself, its targets, its people."""

from tinhso.lib.text import fold, sort_key
from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.making.making import Made, Making
from tinhso.steering.programmes.making.people import make_assignments
from tinhso.steering.programmes.making.targets import make_target
from tinhso.steering.programmes.models import Assignment, Indicator

#: As much of a text as its sort key looks at: the key takes eight signs a letter.
SORTED_SIGNS = 80


def make_indicator(making: Making, index: int) -> Made:
    """An indicator with its targets and people."""
    item = making.reading.indicators[index]
    row = Indicator(
        programme=making.programme,
        position=item.span[0],
        reading_index=index,
        code=item.code,
        section=making.section_of(item.code, item.section),
        section_title=item.section or "",
        name=item.name,
        text=item.text,
        exclusions="\n".join(item.exclusions),
        folded=fold(" ".join((item.code, item.name, item.text, *item.watchers, *item.leads, *item.cooperators))),
        sort_key=sort_key(item.name[:SORTED_SIGNS])[:1000],
    )
    made = Made(row, spans=making.spans_of(item.sources, item.span, indicator=row))
    for place, target in enumerate(item.targets):
        part = make_target(making, target, place=place, indicator=row)
        made.parts.append(part)
        made.spans += making.spans_of((), target.span, target=part)
    made.parts += make_assignments(making, _people(item), indicator=row)
    return made


def _people(item: read.Indicator) -> list[tuple[str, tuple[str, ...]]]:
    role = Assignment.Role
    return [(role.WATCHER, item.watchers), (role.LEAD, item.leads), (role.COOPERATOR, item.cooperators)]
