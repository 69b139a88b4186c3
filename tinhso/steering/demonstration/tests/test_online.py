"""The share of reports made online in the demonstration is what its own reports come to, and opens to them."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.metrics.models import Count
from tinhso.steering.demonstration.management.commands.demo_progress import DAY
from tinhso.steering.demonstration.online import CODE
from tinhso.steering.figures.by_clock import turn
from tinhso.steering.figures.models import Tie, Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.programmes.models import Indicator, Programme, Target
from tinhso.steering.reporting.metrics import ONLINE
from tinhso.steering.reporting.models import Report

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SENT = {Report.State.SENT, Report.State.ACCEPTED}


def test_it_is_counted_from_the_reports_that_were_due(sample: Programme) -> None:
    due = Report.objects.filter(round__asks__programme=sample, required=True, due_on__lte=DAY).exclude(sender="outside")
    states = list(due.values_list("state", flat=True))
    count = Count.objects.filter(metric=ONLINE.code, superseded_at=None).latest("to_on")
    assert (count.to_on, count.numerator, count.denominator) == (DAY, sum(s in SENT for s in states), len(states))
    assert 0 < count.numerator < len(states)


def test_the_figure_of_the_province_is_what_was_counted_at_its_units(sample: Programme) -> None:
    indicator = sample.indicators.get(code=CODE)
    assert Tie.objects.get(indicator=indicator).metric == ONLINE.code
    values = Value.objects.known_at().filter(indicator=indicator, to_on=DAY)
    assert set(values.values_list("source", flat=True)) == {"counted"}
    levels = totals(sample, DAY)[indicator.pk].values()
    told = [each.on(DAY) for each in levels]
    assert sum(each.numerator for each in told) == sum(value.numerator or 0 for value in values)
    assert sum(each.denominator for each in told) == sum(value.denominator or 0 for value in values)


def test_it_opens_to_its_reports(sample: Programme, client: Client) -> None:
    client.force_login(Account.objects.get(username="truong-ban"))
    count = Count.objects.filter(metric=ONLINE.code, superseded_at=None).latest("to_on")
    page = client.get(reverse("counting:count", args=(count.pk,))).content.decode()
    assert "Báo cáo quý I năm 2022" in page


def test_an_indicator_of_that_name_is_counted_though_nobody_ties_it(sample: Programme) -> None:
    told = sample.indicators.get(code=CODE)
    facts = {"name": told.name, "text": told.text, "folded": told.folded}
    new = Indicator.objects.create(programme=sample, position=99, code="II.99", **facts)
    Target.objects.create(programme=sample, position=99, indicator=new, value=50, unit="%", wording="đạt 50%")
    turn(DAY)
    made = Tie.objects.get(indicator=new)
    assert (made.metric, made.from_on, made.tied_by) == (ONLINE.code, sample.starts_on, None)
    assert Tie.objects.filter(tied_by=None).count() == 1
