"""How the report of a unit fares in a round of the demonstration: the same every time."""

from dataclasses import dataclass
from datetime import date, timedelta

from tinhso.steering.demonstration.chance import chance
from tinhso.steering.reporting.models import Report

State = Report.State
#: The last days of the data of the rounds that are told of.
FIRST, SECOND, THIRD = date(2022, 3, 14), date(2022, 6, 14), date(2022, 9, 14)
#: The units of the accounts for trying out, and one of each thing that can happen: in the third quarter.
_NAMED = {
    "so-noi-vu": State.AT_HEAD,
    "cap-huyen-yen-the": State.IN_WORK,
    "cap-xa-07282": State.UNOPENED,
    "so-tttt": State.ACCEPTED,
    "cap-huyen-viet-yen": State.RETURNED,
    "cap-huyen-son-dong": State.UNOPENED,
}
#: Given more time, and sent within it.
EXTENDED, EXTENDED_TO = "cap-huyen-luc-ngan", date(2022, 9, 26)
#: Of the others so many (added up) come so far.
_SHARES = ((0.5, State.ACCEPTED), (0.92, State.SENT), (0.94, State.RETURNED), (0.97, State.IN_WORK))
#: So many of those that are sent are late; in a round that is closed so many never came.
_LATE, _NEVER = 0.1, 0.03


@dataclass(frozen=True, slots=True)
class Fate:
    """The state at which a report stands, and the day on which it was first sent, if it was."""

    state: Report.State
    sent_on: date | None

    @property
    def tells_figures(self) -> bool:
        """Whether the unit's figures of the round are known: sent, or waiting for the head's word alone."""
        return self.sent_on is not None or self.state == State.AT_HEAD


def fate_of(unit: str, cut_off: date) -> Fate:
    """Of a unit by its key; rounds before the third quarter are over."""
    state = _third(unit) if cut_off == THIRD else _closed(unit, cut_off)
    if state not in (State.SENT, State.ACCEPTED, State.RETURNED):
        return Fate(state, None)
    if unit == EXTENDED:
        return Fate(state, EXTENDED_TO - timedelta(days=3))
    late = chance(unit, cut_off, "late") < _LATE and unit not in _NAMED
    return Fate(state, cut_off + timedelta(days=(7 if late else 1) + int(4 * chance(unit, cut_off, "day"))))


def _third(unit: str) -> Report.State:
    met = chance(unit, "third")
    usual = next((state for share, state in _SHARES if met < share), State.UNOPENED)
    return _NAMED.get(unit, State.SENT if unit == EXTENDED else usual)


def _closed(unit: str, cut_off: date) -> Report.State:
    return State.UNOPENED if chance(unit, cut_off, "never") < _NEVER else State.ACCEPTED
