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
        for version in UnitVersion.objects.select_related("unit").order_by("valid_from"):
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
        """Make new units; UnitExists when a key is taken."""
        fresh = list(keys)
        for key in fresh:
            if key in self.units:
                raise UnitExists(key=key)
        self.units |= {unit.key: unit for unit in Unit.objects.bulk_create([Unit(key=key) for key in fresh])}

    def begin(self, step: Step, day: date, reorganisation: Reorganisation | None) -> None:
        """The first version of a unit, with its head's post."""
        unit = self.unit(step.unit)
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
        """A new version that keeps whatever the step does not name."""
        before = self._open_version(step.unit, day)
        after = UnitVersion(
            unit=before.unit,
            name=step.name or before.name,
            short_name=step.short_name or before.short_name,
            kind=step.kind or before.kind,
            official_code=step.official_code or before.official_code,
            parent=self.unit(step.parent) if step.parent else before.parent,
            valid_from=day,
            begun_by=reorganisation,
        )
        self._end_version(before, day, reorganisation)
        self.versions[step.unit].append(after)

    def end(self, step: Step, day: date, reorganisation: Reorganisation) -> None:
        """The unit stops; its posts and their holders stop with it."""
        self._end_version(self._open_version(step.unit, day), day, reorganisation)
        self._closed.append((self.unit(step.unit).pk, day))

    def write(self) -> None:
        """Save everything that changed since the book was opened."""
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
