"""What has changed in a programme within a window, with the addresses that lead on."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from tinhso.steering.following import news
from tinhso.steering.following.news import Change, ChangeKind, Span
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.tallies import Figure
from tinhso.steering.pages.watching.looking import Window, window_of
from tinhso.steering.programmes.models import Task

#: So many lines stand on the board.
LINES = 5


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: when, what, about what, by whom."""

    moment: datetime
    what: str
    about: str
    note: str
    who: str
    address: str


@dataclass(frozen=True, slots=True)
class News:
    """What the board tells of: how many of each kind, each with its list, and the few lines read first."""

    window: Window
    kinds: list[tuple[ChangeKind, Figure]]
    lines: list[ChangeLine]


def news_of(about: Asked) -> News:
    """What is new to the person who asks; six queries at most."""
    window = window_of(about)
    numbers = counted(about, window)
    kinds = [(kind, Figure(count, address_of(kind, about, window))) for kind, count in numbers.items() if count]
    return News(window, kinds, [_line(each) for each in news.newest(_span(about, window), LINES)])


def address_of(kind: ChangeKind, about: Asked, window: Window) -> str:
    """The list of one kind, with the moment since which it is told: sent on, the link shows the same."""
    address = reverse("watching:changes", args=(about.programme.pk,))
    query = {"loai": kind.value, "tu": window.since.isoformat(), "ngay": about.day.isoformat()}
    return f"{address}?{urlencode(query)}"


def counted(about: Asked, window: Window) -> dict[ChangeKind, int]:
    """How many of each kind, none left out."""
    return news.counted(_span(about, window))


def lines_of(kind: ChangeKind, about: Asked, window: Window) -> list[ChangeLine]:
    """All changes of one kind, the newest first."""
    return [_line(each) for each in news.changes_of(kind, _span(about, window))]


def _span(about: Asked, window: Window) -> Span:
    return Span(about.programme, window.since, window.until)


def _line(each: Change) -> ChangeLine:
    about, keys = each.about, (each.about.programme_id, each.about.pk)
    if isinstance(about, Task):
        words, address = f"{about.code} {about.text}", reverse("pages:task", args=keys)
    else:
        words, address = str(about), f"{reverse('values:entries', args=keys)}?xem=tat_ca"
    return ChangeLine(each.moment, each.what, words, each.note, who=each.who, address=address)
