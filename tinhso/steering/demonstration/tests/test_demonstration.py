"""The sample programme after its third quarter: invented, marked so on every page, and made once."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.steering.demonstration.chance import NOTE
from tinhso.steering.demonstration.fates import THIRD, fate_of
from tinhso.steering.demonstration.figures import COURSES, ROUNDS
from tinhso.steering.demonstration.management.commands.demo_progress import DAY
from tinhso.steering.demonstration.online import CODE
from tinhso.steering.figures.models import Value
from tinhso.steering.figures.totals import totals
from tinhso.steering.following.models import Deed, ProgressEntry
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.models import Report, Round, SentFigure, Submission
from tinhso.steering.reporting.models.reports import LATE

pytestmark = pytest.mark.django_db
#: The accounts for trying out that report for a unit.
REPORTING = ("thuong-truc", "thu-truong", "can-bo-so", "can-bo-huyen", "can-bo-xa")


def test_the_demonstration_is_made_once_and_says_everywhere_what_it_is(sample: Programme, client: Client) -> None:
    count = Value.objects.count()
    call_command("demo_progress", stdout=StringIO())
    assert Value.objects.count() == count > 2_000
    assert not Value.objects.exclude(note__contains=NOTE).exists()
    assert not Deed.objects.filter(note=f"({NOTE}.)").exists()
    client.force_login(Account.objects.get(username="truong-ban"))
    for view in ("board", "indicators", "tasks"):
        assert "Số liệu minh họa" in client.get(reverse(f"pages:{view}", args=(sample.pk,))).content.decode()


def test_two_rounds_are_closed_and_the_third_has_reports_in_every_state(sample: Programme) -> None:
    rounds = {each.last_day: each for each in Round.objects.filter(asks__programme=sample)}
    assert [rounds[day].state for day in sorted(rounds)] == ["closed", "closed", "open", "planned"]
    third = Report.objects.filter(round=rounds[THIRD])
    assert set(third.values_list("state", flat=True)) == set(Report.State) - {Report.State.HEAD_RETURNED}
    assert third.filter(LATE).exists()
    assert third.filter(sent_on=None, due_on__lt=DAY).exists()
    assert not Submission.objects.exclude(results__contains=NOTE).exists()


def test_a_sent_figure_is_the_one_that_counts(sample: Programme) -> None:
    sent = SentFigure.objects.filter(submission__report__round__last_day=THIRD).exclude(value=None)
    assert sent.count() > 500
    assert not SentFigure.objects.filter(value=None, note="").exists()
    assert not sent.exclude(value__to_on=THIRD).exists()
    counted = Value.objects.of_programme(sample).filter(to_on=THIRD, level="district", indicator__code="I.1")
    silent = {unit for unit in counted.values_list("unit__key", flat=True) if not fate_of(unit, THIRD).tells_figures}
    assert (counted.exists(), silent) == (True, set())


def test_every_figure_stays_within_its_whole_and_district_counters_have_none(sample: Programme) -> None:
    found = totals(sample, ROUNDS[-1])
    codes = dict(sample.indicators.values_list("pk", "code"))
    assert {codes[indicator] for indicator in found} == set(COURSES) | {CODE}
    for levels in found.values():
        assert all(amount.numerator <= amount.denominator for each in levels.values() for _day, amount in each.points)
    scanned = next(levels for indicator, levels in found.items() if codes[indicator] == "II.3")
    assert set(scanned) == {"province"}


def test_who_tries_it_out_today_finds_and_does_the_work_of_his_unit_of_2022(sample: Programme, client: Client) -> None:
    today = timezone.localdate()
    for name in REPORTING:
        account = Account.objects.get(username=name)
        unit = account.roles.get().unit
        assert not UnitVersion.objects.valid_on(today).filter(unit=unit).exists(), "ended on 30/6/2025"
        client.force_login(account)
        place = reverse("work:own")
        page = client.get(place).content.decode()
        sent = re.search(r'action="([^"]+/tien-do)">.*?name="once" value="(\w+)"', page, re.DOTALL)
        assert sent, name
        client.post(sent[1], {"once": sent[2], "said": "unchanged", "next": place})
        entry = ProgressEntry.objects.get(once=sent[2])
        assert (entry.account, entry.unit) == (account, unit)


def test_who_confirms_and_decides_finds_what_waits_today(sample: Programme, client: Client) -> None:
    for name, words in (("thanh-vien", "Xác nhận"), ("truong-ban", "Quyết định")):
        client.force_login(Account.objects.get(username=name))
        page = client.get(reverse("work:own")).content.decode()
        assert re.search(rf"<strong[^>]*>{words}</strong>", page), name


def test_anybody_reads_its_public_page_and_there_no_more_than_what_is_marked(sample: Programme, client: Client) -> None:
    """Two of the plan's three sections, and marked as invented."""
    assert sample.name in client.get("/cong-khai").content.decode()
    page = client.get(f"/cong-khai/{sample.code}")
    codes = [each.code for each in page.context["indicators"]]
    assert codes == ["I.1", "I.2", "I.3", "I.4", *(f"II.{number}" for number in range(1, 8))]
    assert "Số liệu minh họa" in page.content.decode()
