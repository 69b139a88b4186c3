"""The log says in whose name somebody acted."""

import pytest

from tests.cast import lend
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.organisations.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def deputy(head: Account, officer: Account) -> Account:
    """The officer, who acts for the head of his unit this week."""
    lend(head, officer)
    return officer


def written(by: Account, verb: Verb) -> str:
    """The source that the log names for something done by that right."""
    with acting(actor=by.username, source="trang web"):
        standing(by).require(verb)
        unit = Unit.objects.create(key=f"unit-{verb.replace('_', '-')}")
    return Entry.objects.of_row(unit).get().source


def test_what_only_the_head_may_is_recorded_in_his_name(deputy: Account) -> None:
    assert written(deputy, Verb.APPROVE_REPORT) == "trang web, thay mặt head"


def test_what_the_officer_may_himself_is_his_own(deputy: Account) -> None:
    assert written(deputy, Verb.APPROVE_REPORT) != written(deputy, Verb.REPORT) == "trang web"
