"""Bodies by the names that people type: any unit, head post or group of the plan's day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.organisations.models.posts import title_at
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.programmes.models import Assignment, Candidate
from tinhso.steering.programmes.owners import Columns, Meaning, meanings_of


@dataclass(frozen=True, slots=True)
class Bodies:
    """Everybody that a plan of the day may name."""

    roster: Roster

    @classmethod
    def on(cls, day: date) -> "Bodies":
        """Those of a day."""
        return cls(Roster.on(day))

    def names(self) -> list[str]:
        """What a field offers while somebody types."""
        units = [body_name(version) for version in self.roster.units.values()]
        heads = [
            title_at(post.title, self.roster.units[unit].name)
            for unit, posts in self.roster.posts.items()
            for post in posts
            if unit in self.roster.units
        ]
        return list(dict.fromkeys([*(group.name for group in self.roster.groups.values()), *units, *heads]))

    def name(self, columns: Columns) -> str:
        """How a body is called on the day; nothing for one that is not there."""
        ((column, key),) = columns.items()
        if column == "group_id":
            return self.roster.groups[key].name if key in self.roster.groups else ""
        if column == "unit_id":
            return body_name(self.roster.units[key]) if key in self.roster.units else ""
        found = ((unit, post) for unit, posts in self.roster.posts.items() for post in posts if post.pk == key)
        unit, post = next(found, (0, None))
        version = self.roster.units.get(unit)
        return title_at(post.title, version.name) if post and version else ""

    def choice(self, columns: Columns) -> tuple[str, str]:
        """A body as a choice of a field: "unit_id:12" with its name, and the superior that tells it apart."""
        ((column, key),) = columns.items()
        version = self.roster.units.get(key) if column == "unit_id" else None
        above = self.roster.units.get(version.parent_id or 0) if version else None
        name = self.name(columns)
        return f"{column}:{key}", f"{name} ({body_name(above)})" if above else name

    def meanings(self, names: Iterable[str]) -> dict[str, list[Meaning]]:
        """What each name typed may mean."""
        wanted = set(names)
        return meanings_of(wanted, self.roster.day) if wanted else {}

    def columns(self, choice: str) -> Columns:
        """The body behind a choice that was sent; empty for none that is there on the day."""
        column, _, key = choice.partition(":")
        if column not in ("unit_id", "post_id", "group_id") or not key.isdecimal() or len(key) > 18:
            return {}
        columns = {column: int(key)}
        return columns if self.name(columns) else {}


def meant_by(body: Assignment | Candidate) -> Columns:
    """The body that an assignment or a candidate names; empty when it names none."""
    found = {"unit_id": body.unit_id, "post_id": body.post_id, "group_id": body.group_id}
    return {column: key for column, key in found.items() if key}
