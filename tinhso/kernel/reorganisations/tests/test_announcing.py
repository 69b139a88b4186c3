"""Other systems are told of decisions: what moved from which unit to which, signed as every event."""

from typing import Any

import pytest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import Announcement, Delivery, Subscription
from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.kernel.reorganisations.actions.take_back import take_back
from tinhso.kernel.reorganisations.errors import DraftChanged
from tinhso.kernel.reorganisations.models import Draft, Line
from tinhso.kernel.reorganisations.tests.conftest import DAY, Drafting, merger

pytestmark = pytest.mark.django_db


def enforced(draft: Draft, by: Account) -> dict[str, Any]:
    draft.refresh_from_db()
    enforce({draft.pk: draft.version}, moving=(), by=by)
    facts: dict[str, Any] = Announcement.objects.get(event="reorganisation.enforced").facts
    return facts


def test_a_merger_tells_who_goes_on_with_what(drafting: Drafting, administrator: Account) -> None:
    facts = enforced(drafting(*merger()), administrator)
    assert (facts["begun"], facts["changed"], facts["effective_on"]) == (["so-c"], ["trung-tam-a"], DAY.isoformat())
    assert facts["ended"] == [{"unit": key, "work_goes_to": ["so-c"]} for key in ("so-a", "so-b")]
    assert [(moved["from"], moved["to"], moved["manner"]) for moved in facts["moved"]] == [
        ("so-a", "so-c", "merge"),
        ("so-b", "so-c", "merge"),
    ]


def test_work_of_a_unit_without_successor_goes_to_its_superior(drafting: Drafting, administrator: Account) -> None:
    facts = enforced(drafting(Line(deed="dissolve", unit="so-b", ends=True)), administrator)
    assert facts["ended"] == [{"unit": "so-b", "work_goes_to": ["tinh-mau"]}]


def test_taken_back_it_tells_what_goes_back_and_why(drafting: Drafting, administrator: Account) -> None:
    enforced(drafting(*merger()), administrator)
    take_back(DAY, reason="Nghị quyết bị hoãn", by=administrator)
    told = Announcement.objects.get(event="reorganisation.withdrawn")
    assert told.facts["reason"] == "Nghị quyết bị hoãn"
    assert [(moved["from"], moved["to"]) for moved in told.facts["moved"]] == [("so-c", "so-a"), ("so-c", "so-b")]


def test_what_is_refused_is_told_to_nobody(drafting: Drafting, administrator: Account) -> None:
    with pytest.raises(DraftChanged):
        enforce({drafting(*merger()).pk: 99}, moving=(), by=administrator)
    assert not Announcement.objects.exists()


def test_a_subscription_to_reorganisations_gets_its_delivery(drafting: Drafting, administrator: Account) -> None:
    wanting = Subscription.objects.create(name="A", address="https://a.example/", events=["reorganisation.enforced"])
    Subscription.objects.create(name="B", address="https://b.example/", events=["task.completed"])
    enforced(drafting(*merger()), administrator)
    assert list(Delivery.objects.values_list("subscription", flat=True)) == [wanting.pk]
