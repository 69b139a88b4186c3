"""Every unit issues its sub-plan by 10/5/2022: who did in time, who late, who not, of whom it is not asked."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.cast import lend, person, unit
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.models import Count
from tinhso.kernel.metrics.opening import open_records
from tinhso.kernel.metrics.recipes import Scope
from tinhso.kernel.metrics.taking import take
from tinhso.kernel.organisations.models import Kind, Reorganisation, Succession, Unit, UnitVersion
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.actions.record_duty import Issued, ask_again, exempt, record_duty, return_duty
from tinhso.steering.following.duty_days import standings
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.metrics import IN_TIME
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.programmes.models import Assignment, Duty, Programme

pytestmark = pytest.mark.django_db
MAY_9, MAY_10, MAY_11, JUNE = date(2022, 5, 9), date(2022, 5, 10), date(2022, 5, 11), date(2022, 6, 1)


@pytest.fixture
def duty(programme: Programme, district: Unit, other_district: Unit, province: Unit) -> Duty:
    """Three districts send their sub-plan before 10/5/2022, the day itself in time."""
    made: Duty = programme.duties.all()[0]
    Duty.objects.filter(pk=made.pk).update(frequency="once", due_on=MAY_10, before=True, what="ban hành kế hoạch")
    Assignment.objects.filter(duty=made).delete()
    for place in (district, other_district, unit("huyen-ba", "Huyện Ba", kind=Kind.DISTRICT, parent=province)):
        facts = {"role": "sender", "wording": place.key, "certainty": "certain", "unit": place, "position": 9}
        Assignment.objects.create(programme=programme, duty=made, **facts)
    made.refresh_from_db()
    return made


def issued(day: date = MAY_10, *, number: str = "15/KH-UBND") -> Issued:
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None)
    return Issued(number=number, issued_on=day, file=file, sent_on=max(day, MAY_10))


def stand(duty: Duty, day: date = JUNE) -> dict[str, str]:
    return {each.version.unit.key: each.standing.value for each in standings(duty, day)}


def counted(duty: Duty, day: date = JUNE, *, reason: str = "") -> Count:
    return take(IN_TIME, Scope(date(2022, 4, 1), day, f"duty/{duty.pk}"), by=None, reason=reason)


def refusal(deed: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(TinhsoError) as refused:
        deed(*args, **more)
    return refused.value.code


def test_in_time_late_and_not(
    duty: Duty, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    record_duty(duty, other_district, issued(MAY_11), hand=Hand(other_officer))
    assert stand(duty) == {"huyen-mau": "in_time", "huyen-khac": "late", "huyen-ba": "missing"}
    assert stand(duty, MAY_9)["huyen-ba"] == "waiting"


def test_the_day_named_is_late_where_the_programme_says_so(duty: Duty, district: Unit, officer: Account) -> None:
    record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    Programme.objects.filter(pk=duty.programme_id).update(named_day_is_late=True)
    assert stand(Duty.objects.select_related("programme").get(pk=duty.pk))["huyen-mau"] == "late"


def test_the_document_is_kept_as_it_was_issued(duty: Duty, district: Unit, officer: Account) -> None:
    paper = record_duty(duty, district, issued(), hand=Hand(officer))
    found = paper.document
    assert (found.kind, found.number, found.symbol, found.issued_on) == ("KH", "15", "KH-UBND", MAY_10)
    assert (found.issuer, found.issuing_unit, str(found.file)) == ("UBND huyện Mẫu", district, "ke-hoach.pdf")


def test_a_double_click_records_once(duty: Duty, district: Unit, officer: Account) -> None:
    hand = Hand(officer)
    first = record_duty(duty, district, issued(), hand=hand)
    assert record_duty(duty, district, issued(), hand=hand) == first
    assert DutyPaper.objects.count() == IssuedDocument.objects.count() == 1


def test_another_paper_is_a_correction_that_points_at_the_former(duty: Duty, district: Unit, officer: Account) -> None:
    first = record_duty(duty, district, issued(), hand=Hand(officer))
    other = issued(MAY_9, number="16/KH-UBND")
    assert refusal(record_duty, duty, district, other, hand=Hand(officer)) == "duty.paper_recorded"
    second = record_duty(duty, district, other, hand=Hand(officer), corrects=first)
    first.refresh_from_db()
    assert (second.corrects, first.superseded_at) == (first, second.recorded_at)
    assert second.document.corrects == first.document


def test_only_who_reports_for_the_unit_records(
    duty: Duty, district: Unit, commune: Unit, officer: Account, other_officer: Account, chair: Account
) -> None:
    for stranger in (other_officer, chair):
        assert refusal(record_duty, duty, district, issued(), hand=Hand(stranger)) == "duty.not_yours"
    assert refusal(record_duty, duty, commune, issued(), hand=Hand(officer)) == "duty.unit_not_asked"


def test_who_acts_for_the_head_records_in_his_name(duty: Duty, district: Unit, commune: Unit, head: Account) -> None:
    deputy = person("deputy", "Đỗ Văn Thử", role=Role.UNIT_OFFICER, at=commune)
    lend(head, deputy, Verb.REPORT)
    paper = record_duty(duty, district, issued(), hand=Hand(deputy))
    assert (paper.recorded_by, paper.in_name_of) == (deputy, head)


def test_days_that_cannot_be_are_refused(duty: Duty, district: Unit, officer: Account) -> None:
    hand, file = Hand(officer), issued().file
    ahead = Issued(number="1", issued_on=date(2999, 1, 1), file=file)
    before = Issued(number="1", issued_on=MAY_10, sent_on=MAY_9, file=file)
    assert refusal(record_duty, duty, district, ahead, hand=hand) == "day_ahead"
    assert refusal(record_duty, duty, district, before, hand=hand) == "duty.sent_before_issued"
    nothing = Issued(number="1", issued_on=MAY_9, file=None)
    assert refusal(record_duty, duty, district, nothing, hand=hand) == "evidence_missing"


def test_a_duty_with_a_rhythm_takes_no_document(duty: Duty, district: Unit, officer: Account) -> None:
    Duty.objects.filter(pk=duty.pk).update(frequency="quarterly")
    assert refusal(record_duty, duty, district, issued(), hand=Hand(officer)) == "duty.not_once"


def test_what_is_returned_counts_no_more_until_it_is_recorded_anew(
    duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    paper = record_duty(duty, district, issued(), hand=Hand(officer))
    assert refusal(return_duty, paper, "", Hand(coordinator)) == "reason_missing"
    assert refusal(return_duty, paper, "Thiếu phụ lục", Hand(officer)) == "duty.not_yours"
    return_duty(paper, "Thiếu phụ lục", Hand(coordinator))
    assert (stand(duty)["huyen-mau"], counted(duty).numerator) == ("returned", 0)
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    assert (stand(duty)["huyen-mau"], counted(duty, reason="Gửi lại").numerator) == ("in_time", 1)


def test_nobody_returns_what_is_his_own(duty: Duty, department_in_charge: Unit, coordinator: Account) -> None:
    Assignment.objects.filter(duty=duty, unit__key="huyen-ba").update(unit=department_in_charge)
    paper = record_duty(duty, department_in_charge, issued(), hand=Hand(coordinator))
    assert refusal(return_duty, paper, "Sai", Hand(coordinator)) == "own_claim"


def test_the_count_opens_to_its_records(
    duty: Duty, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    paper = record_duty(duty, district, issued(MAY_10), hand=Hand(officer))
    record_duty(duty, other_district, issued(MAY_11), hand=Hand(other_officer))
    count = counted(duty)
    assert (count.numerator, count.denominator) == (1, 3)
    opened = {side: open_records(IN_TIME, count, side, by=officer, most=50) for side in ("numerator", "denominator")}
    assert [(each.key, each.cells) for each in opened["numerator"].records] == [
        (paper.pk, ("15", "KH-UBND", "10/5/2022", "10/5/2022"))
    ]
    assert len(opened["denominator"].records) == 3


def test_units_of_which_it_is_not_asked_are_in_no_denominator(
    duty: Duty, district: Unit, officer: Account, coordinator: Account
) -> None:
    record_duty(duty, district, issued(), hand=Hand(officer))
    third = Unit.objects.get(key="huyen-ba")
    assert refusal(exempt, duty, third, "Quân sự", hand=Hand(officer)) == "duty.not_yours"
    exemption = exempt(duty, third, "Đơn vị quân sự", hand=Hand(coordinator))
    assert exempt(duty, third, "Đơn vị quân sự", hand=Hand(coordinator)) == exemption
    assert (stand(duty)["huyen-ba"], counted(duty).denominator) == ("exempt", 2)
    ask_again(exemption, Hand(coordinator))
    assert (stand(duty)["huyen-ba"], counted(duty, reason="Phải gửi").denominator) == ("missing", 3)


def test_before_the_last_day_nobody_had_to(duty: Duty, district: Unit, officer: Account) -> None:
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    count = counted(duty, MAY_9)
    assert (count.numerator, count.denominator) == (0, 0)


def test_of_a_unit_that_ended_its_successor_records_and_is_counted_with_both(
    duty: Duty, province: Unit, district: Unit, other_district: Unit, officer: Account, other_officer: Account
) -> None:
    """The deed of the former unit stays its own; the share of both is told at the one that follows it."""
    day = date(2022, 7, 1)
    decision = Reorganisation.objects.create(key="nhap", title="Nhập huyện", effective_on=day)
    UnitVersion.objects.filter(unit=other_district).update(valid_to=day)
    Succession.objects.create(
        reorganisation=decision, predecessor=other_district, successor=district, manner="merge", share=Decimal(1)
    )
    record_duty(duty, other_district, issued(MAY_9), hand=Hand(officer))
    assert stand(duty)["huyen-khac"] == "in_time"
    found = {each.unit.key: (each.numerator, each.denominator) for each in counted(duty, day).units.all()}
    assert found == {"huyen-mau": (1, 2), "huyen-ba": (0, 1)}


def test_a_count_that_was_kept_stands_when_a_paper_comes_later(duty: Duty, district: Unit, officer: Account) -> None:
    before = counted(duty)
    record_duty(duty, district, issued(MAY_9), hand=Hand(officer))
    before.refresh_from_db()
    assert (before.numerator, before.superseded_at, counted(duty, reason="Ghi muộn").corrects) == (0, None, before)
