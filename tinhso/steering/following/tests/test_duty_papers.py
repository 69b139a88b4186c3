"""What a unit records of its sub-plan: the document as it was issued, once, corrected by another."""

from datetime import date

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.actions.record_duty import Issued, record_duty
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import DutyPaper
from tinhso.steering.following.tests.duties import MAY_9, MAY_10, issued, refusal
from tinhso.steering.programmes.models import Duty

pytestmark = pytest.mark.django_db


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


def test_days_that_cannot_be_are_refused(duty: Duty, district: Unit, officer: Account) -> None:
    hand, file = Hand(officer), issued().file
    ahead = Issued(number="1", issued_on=date(2999, 1, 1), file=file)
    before = Issued(number="1", issued_on=MAY_10, sent_on=MAY_9, file=file)
    assert refusal(record_duty, duty, district, ahead, hand=hand) == "day_ahead"
    assert refusal(record_duty, duty, district, before, hand=hand) == "duty.sent_before_issued"
    nothing = Issued(number="1", issued_on=MAY_9, file=None)
    assert refusal(record_duty, duty, district, nothing, hand=hand) == "evidence_missing"
