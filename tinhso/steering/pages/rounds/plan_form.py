"""What is asked to plan a round, and the days that follow from the kind, the year and the number."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from tinhso.lib.calendar.periods import Period, PeriodKind, periods_of
from tinhso.lib.text import in_sentence
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.rounds.forms import DuesForm, typed
from tinhso.steering.pages.work.forms import words
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Round
from tinhso.steering.reporting.proposing import Proposal
from tinhso.steering.reporting.refusals import RoundImpossible
from tinhso.steering.reporting.windows import Asked, window

#: Rounds whose days nobody computes.
FREE = (Round.Kind.THEMATIC, Round.Kind.AD_HOC)
#: So far ahead a quarter is proposed.
_YEARS = 3
_NAMING = ("kind", "basis", "year", "number")
_BASES = [each for each in Round.Basis.choices if each[0] != Round.Basis.FREE]


class PlanForm(DuesForm):
    """The round. Days of a periodic round follow from its number; ``known`` is what was filled in by the system."""

    kind = forms.ChoiceField(label="Loại báo cáo", choices=Round.Kind.choices)
    basis = forms.ChoiceField(
        label="Cách tính kỳ", choices=_BASES, required=False, help_text="Chuyên đề, đột xuất thì không xét mục này."
    )
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    number = forms.IntegerField(
        label="Kỳ thứ", min_value=1, max_value=12, help_text="Tháng 1–12, quý 1–4, sáu tháng 1–2; năm ghi 1."
    )
    title = forms.CharField(label="Tên kỳ báo cáo", max_length=200, required=False)
    first_day = DayField(label="Số liệu từ ngày", required=False)
    last_day = DayField(label="Chốt số liệu hết ngày", required=False)
    opens_on = DayField(label="Tự mở ngày; để trống thì 14 ngày trước khi chốt số liệu", required=False)
    programmes = forms.MultipleChoiceField(
        label="Hỏi về chương trình",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nhiều chương trình thì đơn vị chỉ gửi một báo cáo.",
    )
    words = words("Yêu cầu thêm", required=False, rows=3)

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        programmes: Iterable[Programme],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(sent, initial=initial)
        self.offered = {str(each.pk): each for each in programmes}
        chooser = self.fields["programmes"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [(key, each.name) for key, each in self.offered.items()]

    @property
    def naming_fields(self) -> list[BoundField]:
        """By which a periodic round is named."""
        return [self[name] for name in _NAMING]

    @property
    def further_fields(self) -> list[BoundField]:
        """What follows from them, and the rest."""
        return [field for field in self.plain_fields if field.name not in _NAMING]

    def clean(self) -> dict[str, Any]:
        """The days of a periodic round are those of its number; others must be said."""
        facts = super().clean() or self.cleaned_data
        if facts.get("kind") in FREE:
            facts["basis"] = Round.Basis.FREE
            for name in ("title", "first_day", "last_day"):
                if not facts.get(name) and name not in self.errors:
                    self.add_error(name, "Báo cáo chuyên đề, đột xuất phải ghi mục này.")
        elif span := self._span(facts):
            self._take_span(facts, span)
        return facts

    def asked(self) -> Asked:
        """The round as it is asked for."""
        facts, names = self.cleaned_data, ("kind", "basis", "title", "first_day", "last_day", "opens_on", "words")
        return Asked(**{name: facts[name] for name in names}, dues=self.dues())

    def chosen(self) -> list[Programme]:
        """The programmes chosen."""
        return [self.offered[key] for key in self.cleaned_data["programmes"]]

    def _span(self, facts: Mapping[str, Any]) -> Period | None:
        try:
            return _window(facts) if facts.get("year") and facts.get("number") else None
        except RoundImpossible as refusal:
            self.add_error("number", refusal.sentence)
            return None

    def _take_span(self, facts: dict[str, Any], span: Period) -> None:
        for name in ("first_day", "last_day"):
            if facts.get(name) and facts[name] != getattr(span, name):
                self.add_error(name, "Khác với kỳ đã chọn. Hãy bấm “Điền các ngày của kỳ”, hoặc để trống.")
            facts[name] = getattr(span, name)
        facts["title"] = facts.get("title") or title_of(span)


def filled(facts: Mapping[str, Any], proposals: Iterable[Proposal]) -> Mapping[str, object]:
    """The days and the name of the periodic round that is named, due days where the plan orders it.

    Raises RoundImpossible.
    """
    span = _window(facts)
    found: dict[str, object] = {"title": title_of(span), "first_day": span.first_day, "last_day": span.last_day}
    ordered = next(
        (asked for asked, _duty in proposals if (asked.kind, asked.last_day) == (span.kind, span.last_day)), None
    )
    if ordered:
        found |= typed((due.sender, due.day, due.before) for due in ordered.dues)
    return found


def proposal_of(day: date, standing: Iterable[Round]) -> Mapping[str, object]:
    """The first quarter from the day on of which none of the rounds asks: that one is the next to plan."""
    quarters = [each for each in standing if each.kind == Round.Kind.QUARTER]
    coming = (each for year in range(day.year, day.year + _YEARS) for each in periods_of(PeriodKind.QUARTER, year))
    free = (each for each in coming if each.last_day >= day and not any(_overlaps(each, one) for one in quarters))
    span = next(free, None)
    number, year = (span.number, span.year) if span else (1, day.year)
    return {"kind": Round.Kind.QUARTER, "basis": Round.Basis.DECREE, "year": year, "number": number}


def _overlaps(span: Period, round_: Round) -> bool:
    return round_.first_day <= span.last_day and round_.last_day >= span.first_day


def title_of(span: Period) -> str:
    """ "Báo cáo quý III năm 2022"."""
    return f"Báo cáo {in_sentence(span.label)}"


def _window(facts: Mapping[str, Any]) -> Period:
    return window(facts["kind"], facts.get("basis") or Round.Basis.DECREE, year=facts["year"], number=facts["number"])
