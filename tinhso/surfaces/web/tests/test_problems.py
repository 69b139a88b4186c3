"""Every refusal is one page with one sentence, or problem+json for a program."""

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tinhso.kernel.accounts.models import Account
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.shell import problems

pytestmark = pytest.mark.django_db


class NoPaper(TinhsoError):
    code = "no_paper"
    status = 422
    sentence = "Hết giấy ở phòng {room}."


def silent(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def refusing(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotAllowed(["GET"])


@pytest.fixture
def request_of_nobody(client: Client) -> HttpRequest:
    """A request that went through every middleware."""
    return client.get(reverse("web:sign_in")).wsgi_request


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 422, 429, 500])
def test_every_status_has_its_page_and_its_sentence(request_of_nobody: HttpRequest, status: int) -> None:
    answer = problems.problem(request_of_nobody, status)
    assert answer.status_code == status
    assert f"<h1>{problems.SENTENCES[status][0]}</h1>" in answer.content.decode().replace("\n", "")


def test_an_error_for_people_becomes_its_page(request_of_nobody: HttpRequest) -> None:
    answer = problems.refusals(silent).process_exception(request_of_nobody, NoPaper(room="12"))
    assert answer
    assert (answer.status_code, "Hết giấy ở phòng 12." in answer.content.decode()) == (422, True)


def test_any_other_error_is_left_to_be_reported(request_of_nobody: HttpRequest) -> None:
    assert problems.refusals(silent).process_exception(request_of_nobody, KeyError()) is None


def test_a_program_gets_problem_json(client: Client, officer: Account) -> None:
    client.force_login(officer)
    answer = client.get(reverse("web:audit_log"), headers={"accept": "application/json"})
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "title": "Tài khoản của bạn không được xem nhật ký.",
        "status": 403,
        "code": "not_allowed",
        "instance": "/quan-tri/nhat-ky",
    }


def test_an_unknown_address_says_so_and_keeps_the_shell(client: Client, officer: Account) -> None:
    client.force_login(officer)
    answer = client.get("/khong-co-trang-nay")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này." in answer.content.decode()


def test_a_bare_refusal_gets_a_face(request_of_nobody: HttpRequest) -> None:
    answer = problems.refusals(refusing)(request_of_nobody)
    assert "Trang này không nhận cách gửi đó." in answer.content.decode()


def test_a_form_sent_without_its_token_is_explained(officer: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    answer = client.post(reverse("web:change_password"), {})
    assert (answer.status_code, problems.EXPIRED in answer.content.decode()) == (403, True)


def test_the_page_of_a_failure_asks_the_database_nothing(
    request_of_nobody: HttpRequest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert problems.failed(request_of_nobody).status_code == 500


@pytest.mark.parametrize(("site", "offered"), [("http://testserver", True), ("https://noi-khac.example", False)])
def test_who_saved_second_can_open_our_page_anew(client: Client, site: str, offered: bool) -> None:
    came_from = f"{site}/chuong-trinh/1/nhiem-vu/3"
    sent = client.post(reverse("web:sign_in"), headers={"referer": came_from}).wsgi_request
    assert (f'href="{came_from}"' in problems.problem(sent, 409).content.decode()) is offered
