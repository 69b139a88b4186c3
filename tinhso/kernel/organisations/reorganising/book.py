"""The book of all units in memory while decisions are worked in, and written back in few statements."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tinhso.kernel.organisations.errors import ChangedLater, NoSuchUnit, NotInForce, UnitExists
from tinhso.kernel.organisations.models import Holding, Post, Reorganisation, Unit, UnitVersion
from tinhso.kernel.organisations.naming import fill_search_columns
from tinhso.kernel.organisations.reorganising.steps import Step
from tinhso.lib.dates import write_date


class Book:
    """Units by key and their versions in order of time, with what was begun and ended since it was opened."""

    def __init__(self) -> None:
        self.units = {unit.key: unit for unit in Unit.objects.all()}
        self.versions: dict[str, list[UnitVersion]] = defaultdict(list)
        for version in UnitVersion.objects.select_related("unit", "parent").order_by("valid_from"):
            self.versions[version.unit.key].append(version)
        self._changed: dict[int, UnitVersion] = {}
        self._closed: list[tuple[int, date]] = []
        self._posts: list[Post] = []

    def unit(self, key: str) -> Unit:
        """The unit of that key; NoSuchUnit when there is none."""
        if key not in self.units:
            raise NoSuchUnit(key=key)
        return self.units[key]

    def add_units(self, keys: Iterable[str]) -> None:
        """Make new units under the keys that name none yet; they can be named before they begin."""
        self.units = {key: Unit(key=key) for key in keys} | self.units

    def begin(self, step: Step, day: date, reorganisation: Reorganisation | None) -> None:
        """The first version of a unit, with its head's post; UnitExists when the key is that of another."""
        unit = self.unit(step.unit)
        if not unit._state.adding or self.versions[step.unit]:
            raise UnitExists(key=step.unit)
        version = UnitVersion(
            unit=unit,
            name=step.name,
            short_name=step.short_name,
            kind=step.kind,
            official_code=step.official_code,
            parent=self.unit(step.parent) if step.parent else None,
            valid_from=day,
            begun_by=reorganisation,
        )
        self.versions[step.unit].append(version)
        if step.head_title:
            self._posts.append(Post(unit=unit, title=step.head_title, valid_from=day))

    def amend(self, step: Step, day: date, reorganisation: Reorganisation) -> None:
        """A new version that keeps whatever the step does not name; a second step of the day changes the same one."""
        begun = self.versions[step.unit][-1] if self.versions[step.unit] else None
        if begun and begun._state.adding and begun.valid_from == day:
            self._reword(begun, step)
            return
        before = self._open_version(step.unit, day)
        after = UnitVersion(
            unit=before.unit,
            name=before.name,
            short_name=before.short_name,
            kind=before.kind,
            official_code=before.official_code,
            parent=before.parent,
            valid_from=day,
            begun_by=reorganisation,
        )
        self._reword(after, step)
        self._end_version(before, day, reorganisation)
        self.versions[step.unit].append(after)

    def end(self, step: Step, day: date, reorganisation: Reorganisation) -> None:
        """The unit stops; its posts and their holders stop with it."""
        self._end_version(self._open_version(step.unit, day), day, reorganisation)
        self._closed.append((self.unit(step.unit).pk, day))

    def write(self) -> None:
        """Save everything that changed since the book was opened."""
        Unit.objects.bulk_create([unit for unit in self.units.values() if unit._state.adding], batch_size=200)
        fresh = [version for versions in self.versions.values() for version in versions if version._state.adding]
        for version in fresh:
            fill_search_columns(version)
        UnitVersion.objects.bulk_update(self._changed.values(), ["valid_to", "ended_by"], batch_size=200)
        UnitVersion.objects.bulk_create(fresh, batch_size=200)
        Post.objects.bulk_create(self._posts, batch_size=200)
        for day in {day for _, day in self._closed}:
            closed = [unit_id for unit_id, closing in self._closed if closing == day]
            Holding.objects.filter(post__unit__in=closed).valid_on(day).update(valid_to=day)
            Post.objects.filter(unit__in=closed).valid_on(day).update(valid_to=day)

    def standing(self, day: date) -> dict[str, UnitVersion]:
        """The units in force on a day, by key, as the book has them now."""
        return {key: version for key, told in self.versions.items() for version in told if version.holds_on(day)}

    def _reword(self, version: UnitVersion, step: Step) -> None:
        for column in ("name", "short_name", "kind", "official_code"):
            setattr(version, column, getattr(step, column) or getattr(version, column))
        if step.parent:
            version.parent = self.unit(step.parent)

    def _open_version(self, key: str, day: date) -> UnitVersion:
        self.unit(key)
        last = self.versions[key][-1] if self.versions[key] else None
        if last is None or (last.valid_to is not None and last.valid_to <= day):
            raise NotInForce(key=key, day=write_date(day))
        if last.valid_from >= day or last.valid_to is not None:
            raise ChangedLater(key=key, day=write_date(last.valid_to or last.valid_from))
        return last

    def _end_version(self, version: UnitVersion, day: date, reorganisation: Reorganisation) -> None:
        version.valid_to, version.ended_by = day, reorganisation
        if not version._state.adding:
            self._changed[version.pk] = version
