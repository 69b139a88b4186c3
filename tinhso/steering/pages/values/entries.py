"""Nguồn: the entries that a figure is made of, who gave them, when, from what, and what they took the place of."""

from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhso.kernel.documents.serving import file_response
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.numbers import whole_number
from tinhso.steering.figures.executing import Reporter, ids
from tinhso.steering.figures.levels import Level
from tinhso.steering.figures.models import Measure, Value
from tinhso.steering.figures.models.values import ValueQuerySet
from tinhso.steering.figures.totals import Series
from tinhso.steering.figures.wording import plain, written_amount
from tinhso.steering.following.naming import Names, names_of_time
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.choosing import EVERYTHING
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.values.standings import IndicatorFigures, figures_of
from tinhso.steering.pages.values.viewing import end_of
from tinhso.steering.programmes.fetching import whole_indicator
from tinhso.steering.programmes.models import Indicator

LEAF = 50
STANDING, EVERY = "", "tat_ca"


class EntriesForm(forms.Form):
    """Which entries: of a level, those that stand or all, as known on a day; ``don_vi`` ("u12") for one unit's."""

    cap = forms.ChoiceField(label="Cấp", required=False, choices=[EVERYTHING, *Level.choices])
    xem = forms.ChoiceField(
        label="Xem", required=False, choices=[(STANDING, "Số đang dùng"), (EVERY, "Mọi lần ghi, cả số đã thay")]
    )
    den = DayField(label="Kỳ đến hết ngày", required=False)
    biet = DayField(label="Theo những gì đã biết hết ngày", required=False)
    don_vi = forms.CharField(required=False, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for."""

    level: str
    unit: int
    known_on: date | None
    until: date | None
    every: bool

    @classmethod
    def of(cls, form: EntriesForm) -> "Wanted":
        """What is understood of it; a unit's history is always told whole."""
        form.is_valid()
        said = form.cleaned_data
        unit = whole_number(said.get("don_vi", "")[1:])
        every = bool(unit) or said.get("xem") == EVERY
        return cls(said.get("cap", ""), unit, said.get("biet"), until=said.get("den"), every=every)

    @property
    def known_at(self) -> datetime | None:
        """The end of the day as of which things were known."""
        return end_of(self.known_on) if self.known_on else None

    def values(self, indicator: Indicator, day: date) -> ValueQuerySet:
        """The values that answer, with the people and documents that a line tells."""
        found = Value.objects.of_indicator(indicator).up_to(day)
        found = found.filter(level=self.level) if self.level else found
        found = found.filter(unit=self.unit) if self.unit else found
        if not self.every:
            found = found.known_at(self.known_at).latest_of_each_unit()
        elif self.known_at:
            found = found.filter(recorded_at__lte=self.known_at)
        found = found.newest_first() if self.every else found
        return found.select_related("entered_by", "file", "issued", "corrects", "corrected_by", "unit", "counted")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry as the page tells it; ``unit`` as it was called on the last day of which the figure tells."""

    value: Value
    unit: str
    may_correct: bool

    @property
    def is_gone(self) -> bool:
        """Whether another has taken its place, or there is none after all."""
        return self.value.superseded_at is not None or self.value.withdrawn


@dataclass(frozen=True, slots=True)
class EntriesView:
    """The page of entries."""

    indicator: Indicator
    measure: Measure
    form: EntriesForm
    page: Page[Value]
    lines: list[EntryLine]
    total: str
    parts: str
    unit: str
    wanted: Wanted
    day: date


@require_safe
def entries(request: HttpRequest, programme: int, indicator: int) -> HttpResponse:
    """The entries behind a figure."""
    about = asked(request, programme)
    refuse_unknown(request, EntriesForm.base_fields)
    found = whole_indicator(about.programme, indicator)
    if found is None:
        raise Http404
    return render(request, "values/entries.html", {"asked": about, "view": _view(request, about, found)})


@require_safe
def evidence(request: HttpRequest, programme: int, value: int) -> FileResponse:
    """The file that stands behind an entry."""
    about = asked(request, programme)
    values = Value.objects.of_programme(about.programme).select_related("file__content")
    found = get_object_or_404(values, pk=value)
    if found.file is None:
        raise Http404
    return file_response(found.file)


def _view(request: HttpRequest, about: Asked, indicator: Indicator) -> EntriesView:
    form = EntriesForm(request.GET, label_suffix="")
    wanted, roster = Wanted.of(form), Roster.on(about.naming_day)
    figures = figures_of(about, [indicator], roster=roster, known_at=wanted.known_at)[indicator.pk]
    day = min(about.day, wanted.until or about.day)
    page = Paginator(wanted.values(indicator, day), LEAF).get_page(request.GET.get("page", "1"))
    enterable = ids(Reporter.of(about.account).may_enter(indicator.assignments.all(), figures.measure, roster))
    total, parts = _total(figures, wanted, day)
    names = names_of_time([(value.unit_id, value.to_on) for value in page])
    asked_for = roster.versions_of({wanted.unit}).get(wanted.unit) if wanted.unit else None
    return EntriesView(
        indicator,
        figures.measure,
        form=form,
        page=page,
        lines=[_line(value, names, enterable) for value in page],
        total=total,
        parts=parts,
        unit=roster.called(asked_for) if asked_for else "",
        wanted=wanted,
        day=day,
    )


def _line(value: Value, names: Names, enterable: frozenset[int]) -> EntryLine:
    stands = value.superseded_at is None and not value.withdrawn
    name = names[value.unit_id, value.to_on] or value.unit.key
    return EntryLine(value, name, stands and value.unit_id in enterable)


def _total(figures: IndicatorFigures, wanted: Wanted, day: date) -> tuple[str, str]:
    """What the entries shown come to, in words, with numerator and denominator."""
    if wanted.every:
        return "", ""
    series = figures.levels.get(wanted.level, Series()) if wanted.level else figures.whole
    amount = series.on(day)
    parts = f"{plain(amount.numerator)}/{plain(amount.denominator)}" if amount.denominator else ""
    return written_amount(amount, figures.measure), parts
