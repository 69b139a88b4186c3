"""Where the records of a report's figures are: the page of each, on the day of which it tells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from tinhso.steering.issuing.consolidated.numbers import BEFORE, YEAR_AGO
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.pages.asked import address_of
from tinhso.steering.pages.rounds import narrowing
from tinhso.steering.programmes.states import TaskState
from tinhso.steering.reporting.board import Standing

_UNITS = {
    "in-time": narrowing.IN_TIME,
    "late": narrowing.LATE,
    "returned": Standing.RETURNED.value,
    "unsent": narrowing.UNSENT,
    "missing": narrowing.MISSING,
    "overdue": narrowing.OVERDUE,
}


@dataclass(frozen=True, slots=True)
class Links:
    """The name of a figure → the address of its records; nothing for a name that means none."""

    facts: Facts
    indicators: Mapping[str, int]
    values: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, facts: Facts) -> "Links":
        """No query."""
        return cls(
            facts,
            {each.indicator.code: each.indicator.pk for each in facts.indicators},
            {
                (each.indicator.code, str(unit.version.unit_id)): unit.said.value
                for each in facts.indicators
                for unit in each.units
                if unit.said
            },
        )

    def to(self, name: str) -> str:
        """The address."""
        kind, *rest = name.split("/")
        ways: Mapping[str, Callable[[Sequence[str]], str]] = {
            "indicator": self._indicator,
            "indicators": self._indicators,
            "tasks": self._tasks,
            "units": self._units,
            "said": lambda _rest: self._board(),
        }
        return ways[kind](rest) if kind in ways else ""

    def _indicator(self, rest: Sequence[str]) -> str:
        code, when, *last = rest
        programme, day = self.facts.programme.pk, self.facts.days.now
        if when == "unit":
            value = self.values.get((code, last[0]))
            return address_of("values:value", programme, value) if value else ""
        if when == BEFORE and self.facts.before:
            day = self.facts.before.last_day
        if when == YEAR_AGO:
            day = self.facts.days.year_ago
        return f"{address_of('pages:indicator', programme, self.indicators[code])}?ngay={day.isoformat()}"

    def _indicators(self, rest: Sequence[str]) -> str:
        return self._list("pages:indicators", ket_qua="" if rest[0] == "all" else rest[0])

    def _tasks(self, rest: Sequence[str]) -> str:
        return self._list("pages:tasks", tinh_trang=rest[0] if rest[0] in TaskState.values else "")

    def _units(self, rest: Sequence[str]) -> str:
        return self._board(tinh_trang=_UNITS.get(rest[0], ""), cap=rest[1] if len(rest) > 1 else "")

    def _list(self, view: str, **query: str) -> str:
        address = address_of(view, self.facts.programme.pk)
        return _with(address, **query, ngay=self.facts.days.now.isoformat())

    def _board(self, **query: str) -> str:
        return _with(address_of("rounds:board", self.facts.programme.pk, self.facts.round.pk), **query)


def _with(address: str, **query: str) -> str:
    kept = {name: value for name, value in query.items() if value}
    return f"{address}?{urlencode(kept)}" if kept else address
