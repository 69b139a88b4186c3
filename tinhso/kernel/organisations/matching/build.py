"""Builds the index of a day from units, posts, groups and aliases: five queries, once."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tinhso.kernel.organisations.matching.index import Index, Target
from tinhso.kernel.organisations.matching.variants import bare, of_name, of_territory
from tinhso.kernel.organisations.matching.wording import compact, core, words
from tinhso.kernel.organisations.models import Alias, Kind, Post, UnitVersion
from tinhso.kernel.organisations.models.posts import title_at
from tinhso.kernel.organisations.models.units import DISTRICT_KINDS
from tinhso.kernel.organisations.naming import COMMITTEE_KINDS, body_name
from tinhso.kernel.organisations.roster import Roster

#: Words for whoever leads, whatever the post is called.
_ANY_HEAD = ("thu truong", "nguoi dung dau", "lanh dao")


def index_on(day: date) -> Index:
    """Everything that a document of that day may name."""
    roster, index = Roster.on(day), Index()
    aliases: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for alias in Alias.objects.all():
        kind = "unit" if alias.unit_id else "post" if alias.post_id else "group"
        aliases[kind, alias.unit_id or alias.post_id or alias.group_id].append(alias.text)
    for unit_id, version in roster.units.items():
        ways = [*_ways(version, roster), *map(words, aliases["unit", unit_id])]
        index.add(map(compact, ways), Target("unit", unit_id, body_name(version)))
        for post in roster.posts.get(unit_id, ()):
            written = [*_post_ways(post, version, ways), *map(words, aliases["post", post.pk])]
            index.add(map(compact, written), Target("post", post.pk, title_at(post.title, version.name)))
    for group_id, group in roster.groups.items():
        named = [group.name, *aliases["group", group_id]]
        index.add(map(compact, map(words, named)), Target("group", group_id, group.name))
    for group_id, group in roster.groups.items():
        # What a group means without "liên quan" must not take the place of a group that is called just so.
        shortened = {compact(core(text)) for text in (group.name, *aliases["group", group_id])}
        index.add((key for key in shortened if not index.exact(key)), Target("group", group_id, group.name))
    return index


def _ways(version: UnitVersion, roster: Roster) -> Iterator[str]:
    if version.kind not in COMMITTEE_KINDS:
        yield from of_name(version.name)
        if version.short_name:
            yield words(version.short_name)
        return
    yield from of_territory(version.name, _above(version, roster))
    if version.kind == Kind.PROVINCE:
        yield from ("ubnd tinh", "tinh")
    if version.kind in {Kind.PROVINCE, *DISTRICT_KINDS}:
        yield bare(words(version.name))


def _above(version: UnitVersion, roster: Roster) -> Iterator[str]:
    """The superior's name, where it tells units of one name apart (the province is left out of wordings anyway)."""
    parent = roster.units.get(version.parent_id or 0)
    if parent is not None and parent.kind in DISTRICT_KINDS:
        yield parent.name


def _post_ways(post: Post, version: UnitVersion, ways: list[str]) -> Iterator[str]:
    titles = [words(post.title)]
    if post.rank == Post.Rank.HEAD:
        titles += _ANY_HEAD
    plain = dict.fromkeys(way.removeprefix("ubnd ") if version.kind in COMMITTEE_KINDS else way for way in ways)
    for title in titles:
        yield from (f"{title} {way}" for way in plain)
