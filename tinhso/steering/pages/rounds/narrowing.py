"""What a board is narrowed to, as its address says: ?tinh_trang=&cap=&q=&sort=."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from tinhso.lib.text import fold, sort_key
from tinhso.steering.pages.choosing import EVERYTHING, Chosen, chosen, wanted
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.reporting.board import Place, Standing, counted
from tinhso.steering.reporting.models import RoundDue
from tinhso.surfaces.web.shell.marks import Part

#: States asked for together.
MISSING, OVERDUE, RECEIVED = "thieu", "qua_han", "da_gui"
IN_TIME, LATE, UNSENT = "dung_han", "tre", "chua_gui"
_TOGETHER: Mapping[str, Callable[[Place], bool]] = {
    MISSING: lambda place: place.is_missing,
    OVERDUE: lambda place: place.is_overdue,
    RECEIVED: lambda place: place.report.is_with_department,
    IN_TIME: lambda place: place.came_in_time,
    LATE: lambda place: place.came_late,
    UNSENT: lambda place: place.never_came,
}
STATES = (
    (MISSING, "Còn thiếu"),
    (OVERDUE, "Quá hạn chưa gửi"),
    (RECEIVED, "Cơ quan tổng hợp đã có"),
    (IN_TIME, "Cơ quan tổng hợp đã có, gửi đúng hạn"),
    (LATE, "Cơ quan tổng hợp đã có, gửi trễ"),
    (UNSENT, "Chưa gửi lần nào"),
    *Standing.choices,
)
TONES: Mapping[Standing, str] = {
    Standing.UNOPENED: "neutral",
    Standing.IN_WORK: "info",
    Standing.AT_HEAD: "info",
    Standing.IN_TIME: "good",
    Standing.LATE: "warn",
    Standing.RETURNED: "bad",
    Standing.ACCEPTED: "good",
    Standing.NOT_ASKED: "neutral",
}
_STANDINGS, _SENDERS = list(Standing), list(RoundDue.Sender)
#: The word in the address → what rows are sorted by within their level.
ORDERS: Mapping[str, Callable[[Place], Any]] = {
    "unit": lambda place: sort_key(place.name),
    "state": lambda place: _STANDINGS.index(place.standing),
    "due": lambda place: (place.report.due_on, -place.days_late),
    "sent": lambda place: (place.sent is None, place.sent.recorded_at.timestamp() if place.sent else 0),
}


class BoardForm(forms.Form):
    """The filter's fields; none is required."""

    q = forms.CharField(label="Đơn vị", required=False, max_length=200)
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False, choices=[EVERYTHING, *STATES])
    cap = forms.ChoiceField(label="Cấp", required=False, choices=[EVERYTHING, *RoundDue.Sender.choices])


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The rows that answer, by level; how many of those of the level and words stand how; how the question was put."""

    form: BoardForm
    shown: list[Place]
    counts: Mapping[Standing, int]
    chosen: list[Chosen]

    @property
    def groups(self) -> list[tuple[str, list[Place]]]:
        """By level."""
        runs = groupby(self.shown, key=lambda place: place.report.sender)
        return [(RoundDue.Sender(sender).label, list(run)) for sender, run in runs]


def narrowed(request: HttpRequest, places: Iterable[Place]) -> Narrowed:
    """Raises UnknownParameter."""
    refuse_unknown(request, BoardForm.base_fields)
    form = BoardForm(request.GET, label_suffix="")
    asks = wanted(form)
    there = [place for place in places if _answers(place, asks)]
    shown = [place for place in there if _stands(place, asks.get("tinh_trang", ""))]
    return Narrowed(form, _sorted(shown, request.GET.get("sort", "")), counted(there), chosen(form, asks, request.GET))


def parts_of(counts: Mapping[Standing, int], query: QueryDict) -> list[Part]:
    """One part for each standing, each with the rows that it counts."""
    return [Part(each.label, count, TONES[each], address_with(query, each.value)) for each, count in counts.items()]


def address_with(query: QueryDict, state: str) -> str:
    """The same question about another state."""
    kept = query.copy()
    kept["tinh_trang"] = state
    return f"?{kept.urlencode()}"


def _answers(place: Place, asks: Mapping[str, Any]) -> bool:
    words, level = fold(asks.get("q", "")), asks.get("cap", "")
    return level in ("", place.report.sender) and all(word in fold(place.name) for word in words.split())


def _stands(place: Place, state: str) -> bool:
    together = _TOGETHER.get(state)
    return together(place) if together else state in ("", place.standing)


def _sorted(places: list[Place], order: str) -> list[Place]:
    by = ORDERS.get(order.lstrip("-"))
    if by is None:
        return places
    found = sorted(places, key=by, reverse=order.startswith("-"))
    return sorted(found, key=lambda place: _SENDERS.index(RoundDue.Sender(place.report.sender)))
