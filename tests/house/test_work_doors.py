"""Every verb of a task's page with every member of the cast, of the lead, of another unit, of those who watch, in every
state that matters. Written out by name, not computed: route × person × state → the answer."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.actions.ask_extension import MoreTime, ask_extension
from tinhso.steering.following.actions.ask_unit import Wanted, ask_unit
from tinhso.steering.following.actions.complete_task import Claim, claim_completion
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.record_product import Delivered, record_product
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.tests.conftest import after_event, lead_and_helper, programme, task, with_products
from tinhso.steering.pages.work.doings import DOINGS
from tinhso.steering.programmes.actions.close import close_programme
from tinhso.steering.programmes.models import Programme, Task

__all__ = ["after_event", "lead_and_helper", "programme", "task", "with_products"]

pytestmark = pytest.mark.django_db

#: Huyện Mẫu leads (officer, head), Huyện Khác helps (other_officer), Sở Thường trực coordinates (coordinator, member),
#: the chair directs the province; registrar and administrator only read.
LEAD = frozenset({"officer", "head"})
LEAD_AND_HELPER = LEAD | {"other_officer"}
WATCHING = frozenset({"coordinator", "member", "chair"})
SPEAKING = LEAD_AND_HELPER | WATCHING
OFFICIALS = SPEAKING | {"registrar", "administrator"}
#: Verb → whom its form is shown (200); another official is told that he may not (403), a stranger that there is no such
#: thing (404).
ADMITTED: Mapping[str, frozenset[str]] = {
    "tien-do": LEAD_AND_HELPER,
    "sua-tien-do": LEAD_AND_HELPER,
    "duyet-tien-do": frozenset({"head"}),
    "tra-lai-tien-do": frozenset({"head"}),
    "giao-viec": LEAD_AND_HELPER,
    "nhan-viec": frozenset({"officer"}),
    "xong-viec": frozenset({"officer"}),
    "tra-viec": frozenset({"officer"}),
    "chuyen-viec": LEAD,
    "phoi-hop": LEAD,
    "tra-loi": frozenset({"other_officer"}),
    "tu-choi": frozenset({"other_officer"}),
    "lam-lai": LEAD,
    "gia-han": LEAD,
    "duyet-gia-han": frozenset({"head"}),
    "rut-gia-han": LEAD,
    "quyet-dinh-gia-han": WATCHING,
    "su-kien": LEAD | WATCHING,
    "san-pham": LEAD,
    "rut-san-pham": LEAD,
    "hoan-thanh": LEAD,
    "duyet-hoan-thanh": frozenset({"head"}),
    "xac-nhan": WATCHING,
    "tra-lai": WATCHING,
    "mo-lai": LEAD | WATCHING,
    "nhac": WATCHING,
    "trao-doi": SPEAKING,
    "sua-loi": frozenset({"officer"}),
}
SHOWN, NOT_ALLOWED, NO_SUCH_THING, CLOSED = 200, 403, 404, 409
Make = Callable[[Task, Account, Account], int]


def _report(task: Task, officer: Account, _head: Account) -> int:
    return report_progress(task, Progress(said="unchanged"), Hand(officer)).pk


def _give(task: Task, officer: Account, head: Account) -> int:
    return give_work(task, Order(person=officer, wanted="Soạn dự thảo"), Hand(head)).pk


def _ask(task: Task, officer: Account, _head: Account) -> int:
    helper = task.assignments.get(role="cooperator").unit
    assert helper
    return ask_unit(task, Wanted(unit=helper, what="Góp ý", due_on=date(2022, 6, 1)), Hand(officer)).pk


def _extend(task: Task, officer: Account, _head: Account) -> int:
    return ask_extension(task, MoreTime(asked_on=date(2022, 12, 1), reason="Chờ"), Hand(officer)).pk


def _claim(task: Task, officer: Account, _head: Account) -> int:
    return claim_completion(task, Claim(reason="Gộp sản phẩm"), Hand(officer)).pk


def _say(task: Task, officer: Account, _head: Account) -> int:
    return comment(task, "Xin ý kiến", Hand(officer)).pk


def _product(task: Task, _officer: Account, _head: Account) -> int:
    return task.deliverables.order_by("position")[0].pk


def _record(task: Task, officer: Account, _head: Account) -> int:
    delivered = Delivered(proofs=(Proof(link="https://example.vn"),), reason="Đăng trên cổng")
    return record_product(task.deliverables.order_by("position")[0], delivered, Hand(officer)).pk


#: Verb → what it is about, made by the lead's officer.
MADE: Mapping[str, Make] = {
    "sua-tien-do": _report,
    "duyet-tien-do": _report,
    "tra-lai-tien-do": _report,
    "nhan-viec": _give,
    "xong-viec": _give,
    "tra-viec": _give,
    "chuyen-viec": _give,
    "tra-loi": _ask,
    "tu-choi": _ask,
    "lam-lai": _ask,
    "duyet-gia-han": _extend,
    "rut-gia-han": _extend,
    "quyet-dinh-gia-han": _extend,
    "san-pham": _product,
    "rut-san-pham": _record,
    "duyet-hoan-thanh": _claim,
    "xac-nhan": _claim,
    "tra-lai": _claim,
    "sua-loi": _say,
}


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def place(with_products: Task, officer: Account, head: Account) -> Callable[[str], str]:
    """The address of a verb, with the thing that it is about."""

    def address(verb: str) -> str:
        thing = MADE[verb](with_products, officer, head) if verb in MADE else None
        found = reverse("work:act", args=(with_products.programme_id, with_products.pk, verb))
        return f"{found}?ve={thing}" if thing else found

    return address


@pytest.fixture
def everybody(request: pytest.FixtureRequest) -> dict[str, Account]:
    return {name: request.getfixturevalue(name) for name in sorted(OFFICIALS | {"citizen"})}


def test_every_verb_says_whom_it_lets_in() -> None:
    assert set(DOINGS) == set(ADMITTED)
    assert {verb for verb, doing in DOINGS.items() if doing.about and not doing.about_optional} == set(MADE)


@pytest.mark.parametrize("verb", sorted(ADMITTED))
def test_every_verb_lets_in_whom_it_should_and_hears_nobody_else(
    client: Client, place: Callable[[str], str], everybody: dict[str, Account], verb: str
) -> None:
    address, answers = place(verb), {}
    for name, account in everybody.items():
        client.force_login(account)
        answers[name] = client.get(address).status_code
        if name not in ADMITTED[verb]:
            assert client.post(address, {"said": "unchanged", "reason": "x"}).status_code == answers[name]
    wanted = {name: SHOWN if name in ADMITTED[verb] else NOT_ALLOWED for name in OFFICIALS}
    assert answers == {**wanted, "citizen": NO_SUCH_THING}


@pytest.mark.parametrize("verb", sorted(ADMITTED))
def test_a_closed_programme_takes_no_verb_from_anybody(
    client: Client,
    place: Callable[[str], str],
    everybody: dict[str, Account],
    programme: Programme,
    verb: str,
) -> None:
    address = place(verb)
    close_programme(programme, "Hết năm", by=everybody["administrator"])
    for name in sorted(OFFICIALS):
        client.force_login(everybody[name])
        assert client.post(address, {}).status_code == (CLOSED if name in ADMITTED[verb] else NOT_ALLOWED)
