"""What the review shows: which items, by how far a person stands behind them, and of which kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tinhso.steering.pages.review.entries import Entry
from tinhso.steering.pages.review.kinds import KINDS
from tinhso.steering.programmes.models import Acceptance

#: Views that list pieces of the text and points to settle instead of items.
UNPLACED, FINDINGS = "chua-xep", "luu-y"


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the items: its words, and which of them it shows."""

    words: str
    shows: Callable[[Entry], bool]


def _accepted(entry: Entry) -> bool:
    return entry.acceptance == Acceptance.ACCEPTED and not entry.is_dropped


def _corrected(entry: Entry) -> bool:
    return entry.acceptance == Acceptance.CORRECTED and not entry.is_dropped


VIEWS: Mapping[str, View] = {
    "": View("Tất cả", lambda entry: not entry.is_dropped),
    "cho": View("Chưa duyệt", lambda entry: entry.is_proposed),
    "da-nhan": View("Đã chấp nhận", _accepted),
    "da-sua": View("Đã sửa", _corrected),
    "chua-ro": View("Chưa rõ đơn vị", lambda entry: entry.is_unsure and not entry.is_dropped),
    "da-bo": View("Đã bỏ", lambda entry: entry.is_dropped),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """A view or a kind as a link with its count."""

    words: str
    count: int
    key: str
    is_chosen: bool
    query: str


def view_tabs(entries: Sequence[Entry], chosen: str, kind: str, *, others: Mapping[str, int]) -> list[Tab]:
    """The views that hold something of the kind, with how much; ``others`` counts the views that list no items."""
    counted = [entry for entry in entries if kind in ("", entry.kind)]
    tabs = [
        Tab(view.words, sum(map(view.shows, counted)), key, key == chosen, _query(key, kind))
        for key, view in VIEWS.items()
    ]
    words = {UNPLACED: "Chưa xếp được", FINDINGS: "Trước khi ký"}
    tabs += [Tab(words[key], count, key, key == chosen, _query(key, "")) for key, count in others.items()]
    return [tab for tab in tabs if tab.count or tab.is_chosen or tab.key in ("", "cho")]


def kind_tabs(entries: Sequence[Entry], chosen: str, kind: str) -> list[Tab]:
    """All kinds together, then each that the view holds."""
    shown = [entry for entry in entries if VIEWS[chosen].shows(entry)]
    counts = {key: sum(entry.kind == key for entry in shown) for key in KINDS}
    tabs = [
        Tab(KINDS[key].words, count, key, key == kind, _query(chosen, key))
        for key, count in counts.items()
        if count or key == kind
    ]
    return [Tab("Mọi loại", len(shown), "", not kind, _query(chosen, "")), *tabs]


def _query(view: str, kind: str) -> str:
    parts = [f"xem={view}" if view else "", f"loai={kind}" if kind else ""]
    return f"?{'&'.join(part for part in parts if part)}"
