"""What a list of indicators is narrowed to, as the address says it: ?q=&de_muc=&theo_doi=&chu_tri=&cap=&ket_qua=."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from tinhso.kernel.organisations.edition import ORGANISATIONS, kept_for
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.figures.verdicts import Verdict
from tinhso.steering.pages import bodies
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.choosing import EVERYTHING, Chosen, chosen, offer, wanted
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.pages.task_filter import titles
from tinhso.steering.programmes import filters
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Acceptance, Assignment, Heading, Indicator, Target
from tinhso.steering.programmes.models.indicators import IndicatorQuerySet

#: Field of the form → the role it asks about.
_PEOPLE = {"theo_doi": Assignment.Role.WATCHER, "chu_tri": Assignment.Role.LEAD}


class IndicatorForm(forms.Form):
    """The filter's fields; none is required."""

    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    de_muc = forms.ChoiceField(label="Đề mục", required=False)
    theo_doi = forms.ChoiceField(label="Theo dõi, đôn đốc", required=False)
    chu_tri = forms.ChoiceField(label="Chủ trì thực hiện", required=False)
    cap = forms.ChoiceField(label="Cấp", required=False, choices=[EVERYTHING, *Target.Level.choices])
    ket_qua = forms.ChoiceField(label="Kết quả", required=False, choices=[EVERYTHING, *Verdict.choices])
    duyet = forms.ChoiceField(label="Duyệt", required=False, choices=[EVERYTHING, *Acceptance.choices])

    def __init__(self, query: QueryDict, asked: Asked, roster: Roster) -> None:
        super().__init__(query, label_suffix="")
        offer(self, "de_muc", _sections(asked.programme.pk))
        for name, role in _PEOPLE.items():
            named, own = _named(asked.programme.pk, role), bodies.own_units(asked.account)
            offer(self, name, bodies.choices(named, roster, *own, query.get(name, "")))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The indicators that answer, in their order, and how the question was put."""

    indicators: IndicatorQuerySet
    form: IndicatorForm
    chosen: list[Chosen]
    verdict: str


def narrowed(request: HttpRequest, asked: Asked) -> Narrowed:
    """The programme's indicators as the address narrows and sorts them."""
    refuse_unknown(request, IndicatorForm.base_fields)
    roster = Roster.on(asked.working_day)
    form = IndicatorForm(request.GET, asked, roster)
    asks = wanted(form)
    found = _narrow(asked, asks, request.GET.get("sort", "position"))
    for name, role in _PEOPLE.items():
        if name in asks:
            found = found.with_any(bodies.about(asks[name], roster, role))
    return Narrowed(found, form, chosen(form, asks, request.GET), verdict=asks.get("ket_qua", ""))


def indicators_of(asked: Asked) -> IndicatorQuerySet:
    """All indicators that the programme has, as in the document."""
    return filters.indicators_of(asked.programme, filters.IndicatorFilter())


def _narrow(asked: Asked, asks: Mapping[str, Any], order: str) -> IndicatorQuerySet:
    plain = filters.IndicatorFilter(
        query=asks.get("q", ""),
        section=int(asks["de_muc"]) if "de_muc" in asks else None,
        level=asks.get("cap", ""),
        acceptance=asks.get("duyet", ""),
        order=order,
    )
    return filters.indicators_of(asked.programme, plain)


@kept_for(PROGRAMMES)
def _sections(programme: int) -> Sequence[tuple[str, str]]:
    indicators = Indicator.objects.filter(programme=programme).current().order_by()
    return titles(Heading.objects.filter(pk__in=indicators.values("section")).in_document_order())


@kept_for(PROGRAMMES, ORGANISATIONS)
def _named(programme: int, role: str) -> bodies.Named:
    indicators = Indicator.objects.filter(programme=programme).current().order_by()
    return bodies.named_by(Assignment.objects.current().in_roles(role).filter(indicator__in=indicators))
