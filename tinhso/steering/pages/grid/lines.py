"""The rows of a grid before anybody types: whose figure, of which days, what stood before, what stands now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from django.utils.timezone import localtime

from tinhso.lib.dates import write_date
from tinhso.steering.figures.doubts import Doubt
from tinhso.steering.figures.giving import Cell, Given
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.wording import written as in_words
from tinhso.steering.pages.grid.columns import COLUMNS, NOT_APPLICABLE, NOTE, Column, note_of, written


@dataclass(frozen=True, slots=True)
class Line:
    """A row: one figure to be given. Whoever builds one from elsewhere (a draft) sets ``stands`` and a ``version``
    that changes with it.

    ``told`` is what stands in words, ``whose`` who gave it and when, ``locked`` why nothing may be typed, ``only_note``
    why no figure but its note may be, ``blocking`` what is not only asked about but refused. What stands is replaced
    with a reason, unless it is ``open`` (a draft), whose ``note`` then stands in the row, which is kept also where it
    is refused; ``halted`` says what of it cannot be sent, ``warned`` what of it is strange. ``carry`` is what the
    button "Không thay đổi" sends, where the figure before may stand again. What is ``mine`` is replaced without a word,
    whatever was seen of it.
    """

    key: str
    label: str
    measure: Measure
    under: str = ""
    address: str = ""
    before: Value | None = None
    stands: Given | None = None
    version: str = ""
    told: str = ""
    whose: str = ""
    locked: str = ""
    only_note: str = ""
    blocking: frozenset[Doubt] = frozenset()
    open: bool = False
    note: str = ""
    halted: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    carry: str = ""
    mine: bool = False

    @property
    def asked(self) -> list[Column]:
        """The columns that the measure asks for."""
        return [column for column in COLUMNS if column.kind == self.measure.kind]

    @property
    def is_unknown(self) -> bool:
        """Whether the draft says that there is no figure yet, and why."""
        return self.open and self.stands is None and bool(self.note)

    @property
    def typed(self) -> Mapping[str, str]:
        """Its cells as they come to the person: what stands."""
        given = self.stands or Given()
        cells = {column.name: written(given, column) for column in self.asked}
        return {**cells, NOT_APPLICABLE: "x" if given.not_applicable else ""}

    @property
    def seen(self) -> str:
        """What the page sends back, to tell what the person saw and whether the row was touched."""
        return f"{self.version}:{self.fingerprint(self.typed, self.note)}"

    def fingerprint(self, typed: Mapping[str, str], note: str) -> str:
        """Tells whether two rows of the line hold the same words; of a draft the note is one of them."""
        return fingerprint({**typed, NOTE: note_of(note)} if self.open else typed)


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of figures as a row of a grid: with its measure and what the row is called."""

    cell: Cell
    measure: Measure
    label: str
    under: str = ""
    address: str = ""
    blocking: frozenset[Doubt] = frozenset()

    @property
    def key(self) -> str:
        """The row's key in a form and in a workbook."""
        return f"{self.cell.indicator.pk}.{self.cell.unit.pk}"


def fingerprint(typed: Mapping[str, str]) -> str:
    """Tells whether two rows hold the same words."""
    return format(crc32("\x1f".join(f"{name}={typed[name]}" for name in sorted(typed)).encode()), "x")


def figure_lines(places: Sequence[Place]) -> list[Line]:
    """The rows of cells of figures: one query, and one more for each last day."""
    standing, before = _standing(places), _before(places)
    return [_line(place, standing.get(_key(place.cell), []), before.get(_key(place.cell)[:2])) for place in places]


_Key = tuple[int, int, date, date]


def _key(cell: Cell) -> _Key:
    return cell.indicator.pk, cell.unit.pk, cell.from_on, cell.to_on


def _standing(places: Sequence[Place]) -> Mapping[_Key, list[Value]]:
    found: dict[_Key, list[Value]] = defaultdict(list)
    of = {"indicator__in": {place.cell.indicator.pk for place in places}, "to_on__in": {p.cell.to_on for p in places}}
    values = Value.objects.known_at().filter(**of).of_units({place.cell.unit.pk for place in places})
    for value in values.select_related("entered_by").order_by("pk"):
        found[value.indicator_id, value.unit_id, value.from_on, value.to_on].append(value)
    return found


def _before(places: Sequence[Place]) -> Mapping[tuple[int, int], Value]:
    """What a unit gave for an earlier last day; of several last days in one grid, before the one of its row."""
    by_day: dict[date, list[Place]] = defaultdict(list)
    for place in places:
        by_day[place.cell.to_on].append(place)
    found = {}
    for day, run in by_day.items():
        earlier = Value.objects.known_at().filter(indicator__in={each.cell.indicator.pk for each in run}, to_on__lt=day)
        for value in earlier.of_units({each.cell.unit.pk for each in run}).latest_of_each_unit():
            found[value.indicator_id, value.unit_id] = value
    return found


def _line(place: Place, values: Sequence[Value], before: Value | None) -> Line:
    stands = values[0] if values else None
    return Line(
        place.key,
        place.label,
        place.measure,
        under=place.under,
        address=place.address,
        blocking=place.blocking,
        before=before,
        stands=Given.of(stands) if stands else None,
        version=str(stands.pk) if stands else "",
        told=in_words(stands, place.measure) if stands else "",
        whose=_whose(stands) if stands else "",
        locked="Hai nguồn cho cùng một kỳ; hãy rút số không đúng trước." if len(values) > 1 else "",
    )


def _whose(value: Value) -> str:
    """ "Nguyễn Văn A ghi 14/6/2022 10:05"."""
    at = localtime(value.recorded_at)
    who = value.entered_by or value.get_source_display()
    return f"{who} ghi {write_date(at.date())} {at:%H:%M}"
