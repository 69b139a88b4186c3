"""One duty that is due once: every unit that had to, with its document, and the share of those in time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.documents.serving import file_response
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.organisations.naming import body_name
from tinhso.steering.figures.wording import percent
from tinhso.steering.following.duty_days import Standing, UnitStanding, last_day, standings
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.following.reach import reach
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.programmes.fetching import whole_duty
from tinhso.steering.programmes.models import Duty

TONES = {
    Standing.IN_TIME: "good",
    Standing.LATE: "warn",
    Standing.MISSING: "bad",
    Standing.WAITING: "info",
    Standing.RETURNED: "bad",
    Standing.EXEMPT: "neutral",
}
STATE = "tinh_trang"


@dataclass(frozen=True, slots=True)
class Line:
    """One unit on the page, as it was called on the last day in time."""

    told: UnitStanding
    may_record: bool
    may_judge: bool

    @property
    def name(self) -> str:
        """The body's name."""
        return body_name(self.told.version)

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return TONES[self.told.standing]


@dataclass(frozen=True, slots=True)
class Choice:
    """A state with how many units are in it; the address of their list."""

    standing: Standing
    count: int
    address: str

    @property
    def tone(self) -> str:
        """The tone of its chip."""
        return TONES[self.standing]


@dataclass(frozen=True, slots=True)
class DutyView:
    """Everything on the page."""

    duty: Duty
    last_day: date
    lines: Sequence[Line]
    choices: Sequence[Choice]
    in_time: int
    asked_of: int
    counts: Sequence[Count]
    may_count: bool
    may_record: bool

    @property
    def share(self) -> str:
        """ "37,5 %" of the units that had to, as it stands now."""
        return percent(Fraction(100 * self.in_time, self.asked_of) if self.asked_of else None)


@require_safe
def duty(request: HttpRequest, programme: int, order: int) -> HttpResponse:
    """The units that had to as of the day asked for."""
    about = asked(request, programme)
    refuse_unknown(request, {STATE})
    found = duty_of(about, order)
    return render(request, "duties/duty.html", {"asked": about, "view": _view(about, found, request.GET.get(STATE))})


@require_safe
def file(request: HttpRequest, programme: int, paper: int) -> FileResponse:
    """The document's file, for whoever may read the programme."""
    about = asked(request, programme)
    rows = DutyPaper.objects.filter(duty__programme=about.programme).select_related("document__file__content")
    found = get_object_or_404(rows, pk=paper)
    if found.document.file is None:
        raise Http404
    return file_response(found.document.file)


def duty_of(about: Asked, key: int) -> Duty:
    """A duty that the programme still has; 404 where it has none such."""
    found = whole_duty(about.programme, key)
    if found is None or found.withdrawn_at is not None:
        raise Http404
    return found


def _view(about: Asked, found: Duty, state: str | None) -> DutyView:
    told = standings(found, about.day)
    reports = reach(about.account, Verb.REPORT, about.today) if about.programme.is_running else frozenset()
    lines = [
        Line(each, each.version.unit_id in reports, judges(about))
        for each in told
        if not state or each.standing == state
    ]
    return DutyView(
        found,
        last_day(found),
        lines,
        choices=_choices(told),
        in_time=sum(each.standing == Standing.IN_TIME for each in told),
        asked_of=sum(each.standing != Standing.EXEMPT for each in told),
        counts=list(Count.objects.filter(metric=IN_TIME.code, subject=f"duty/{found.pk}").newest_first()[:10]),
        may_count=standing(about.account).may(Verb.KEEP_FIGURES),
        may_record=any(each.version.unit_id in reports for each in told),
    )


def judges(about: Asked) -> bool:
    """Whether the person returns papers and says of whom it is not asked: of the department in charge."""
    unit = about.programme.coordinating_unit_id
    return about.programme.is_running and unit in reach(about.account, Verb.CONFIRM, about.today)


def _choices(told: Iterable[UnitStanding]) -> list[Choice]:
    found = Counter(each.standing for each in told)
    return [Choice(each, found[each], f"?{urlencode({STATE: each.value})}") for each in Standing if found[each]]
