"""What a request about a programme asks for: the programme, the person, and the day as of which all is told."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, standing
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.programmes.fetching import programmes_shown
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.models.programme import sees_programmes

#: Where the session keeps the day and the programme looked at last.
_DAYS, _LAST = "day_of_programme", "programme"


class NoSuchDay(TinhsoError):
    """The day asked for is none."""

    code: ClassVar[str] = "no_such_day"
    status: ClassVar[int] = 400
    sentence = "“{day}” không phải là ngày có thật. Hãy ghi như 05/3/2022."


@dataclass(frozen=True, slots=True)
class Asked:
    """A programme that this person may see, as of a day."""

    programme: Programme
    account: Account
    day: date
    today: date

    @property
    def is_today(self) -> bool:
        """Whether the page tells of today."""
        return self.day == self.today

    @property
    def naming_day(self) -> date:
        """The day on which bodies are called by their names: the day asked for, within the programme's period."""
        return min(max(self.day, self.programme.starts_on), self.programme.ends_on)

    @property
    def working_day(self) -> date:
        """The day on which it is asked who does the work: the day asked for, not before the programme begins."""
        return max(self.day, self.programme.starts_on)

    @property
    def middle(self) -> date:
        """The day in the middle of the programme's period."""
        return self.programme.starts_on + (self.programme.ends_on - self.programme.starts_on) / 2

    @property
    def may_keep_figures(self) -> bool:
        """Whether this person says how indicators are measured and may enter for every unit."""
        return standing(self.account).may(Verb.KEEP_FIGURES)

    @property
    def may_accept(self) -> bool:
        """Whether this person may stand behind what the machine read."""
        return standing(self.account).may(Verb.ACCEPT_ITEMS)

    @property
    def when(self) -> str:
        """Where today stands to the programme's period, when it lies outside; else nothing."""
        if self.day > self.programme.ends_on:
            return f"sau khi chương trình kết thúc ({write_date(self.programme.ends_on)})"
        if self.day < self.programme.starts_on:
            return f"trước khi chương trình bắt đầu ({write_date(self.programme.starts_on)})"
        return ""

    def link_to_task(self, task: int) -> str:
        """The address of one task's page."""
        return address_of("pages:task", self.programme.pk, task)

    def link(self, view: str, **query: object) -> str:
        """The address of a page of this programme; ``query`` becomes its parameters, empty ones left out."""
        address = address_of(f"pages:{view}", self.programme.pk)
        kept = {name: value for name, value in query.items() if value not in (None, "")}
        return f"{address}?{urlencode(kept, doseq=True)}" if kept else address


@lru_cache(maxsize=4096)
def address_of(view: str, *keys: int | str) -> str:
    """``reverse``, remembered: a page has hundreds of addresses of the same few kinds."""
    return reverse(view, args=keys)


def asked(request: HttpRequest, programme: int) -> Asked:
    """The programme by its key, if this person may see it: to anybody else it does not exist (404).

    The day comes from ``ngay`` and is remembered for the session, so that links need not carry it.
    """
    today, account = timezone.localdate(), person(request)
    found = _seen(account, today).get(programme)
    if found is None:
        raise Http404
    # A form may write into its own.
    found = copy(found)
    if request.session.get(_LAST) != found.pk:
        request.session[_LAST] = found.pk
    return Asked(found, account, _day(request, found, today), today)


def programmes_seen(request: HttpRequest) -> list[Programme]:
    """The programmes that the person may see, the newest first; shared, nobody may change one."""
    return list(_seen(person(request), timezone.localdate()).values())


def day_asked(request: HttpRequest) -> date | None:
    """The day that the address asks for, if any. Raises NoSuchDay."""
    wanted = request.GET.get("ngay")
    return _parsed(wanted) if wanted else None


def last_asked(request: HttpRequest) -> int | None:
    """The key of the programme that the browser looked at last."""
    return looked_at(request.session)


def looked_at(session: Mapping[str, Any]) -> int | None:
    """The same, from what the browser's session keeps."""
    last = session.get(_LAST)
    return int(last) if last else None


def _seen(account: Account, today: date) -> Mapping[int, Programme]:
    return programmes_shown() if sees_programmes(account, today) else {}


def _day(request: HttpRequest, programme: Programme, today: date) -> date:
    days, key = request.session.get(_DAYS, {}), str(programme.pk)
    if wanted := request.GET.get("ngay"):
        day = _parsed(wanted)
        if days.get(key) != day.isoformat():
            request.session[_DAYS] = {**days, key: day.isoformat()}
        return day
    return date.fromisoformat(days[key]) if key in days else programme.demonstration_on or today


def _parsed(wanted: str) -> date:
    day = parse_date(wanted)
    if day is None:
        raise NoSuchDay(day=wanted[:40])
    return day
