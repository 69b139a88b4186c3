"""A plan comes in by the API as on its page: the same job in the background, the same refusals, the same rights."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import encode_multipart
from pytest_django import Settings

from tests.furnished import Keys
from tests.samples import SEED
from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.tests.conftest import Call
from tinhso.steering.intake.sources.limits import LIMITS
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.models import PlanDocument, ReadingJob

pytestmark = pytest.mark.django_db
JOBS = "/api/v1/reading-jobs"
TEXT = "KẾ HOẠCH\nChuyển đổi số năm 2022\n1. Xây dựng Quy chế."
SECRET = "MẬT\nKẾ HOẠCH\nPhòng thủ năm 2022\n1. Xây dựng công trình"
Told = tuple[int, dict[str, Any]]


@pytest.fixture
def desk(caller: Call, keys: Keys, coordinator: Account) -> Client:
    return caller(coordinator)


def send(client: Client, content: bytes, name: str = "ke-hoach.txt", address: str = JOBS) -> Told:
    answer = client.post(address, {"file": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.json()


def say(client: Client, **content: object) -> Told:
    answer = client.post(f"{JOBS}/texts", content, content_type="application/json")
    return answer.status_code, answer.json()


def newest() -> ReadingJob:
    return ReadingJob.objects.latest("pk")


def test_a_file_is_read_in_the_background_and_its_job_tells_how_far(
    desk: Client, keys: Keys, coordinator: Account
) -> None:
    answer = desk.post(
        f"{JOBS}?supersedes={keys['document']}", {"file": SimpleUploadedFile(SEED.name, SEED.read_bytes())}
    )
    assert (answer.status_code, answer.headers["Location"]) == (202, f"{JOBS}/{newest().pk}")
    told = desk.get(answer.headers["Location"]).json()
    assert (told["state"], told["share"], told["document"], told["asked_by"]) == ("queued", 0, None, "coordinator")
    read(newest())
    told = desk.get(answer.headers["Location"]).json()
    document = PlanDocument.objects.latest("pk")
    assert (told["state"], told["document"], told["refusal"]) == ("done", document.pk, None)
    assert (document.supersedes_id, document.uploaded_by) == (keys["document"], coordinator)
    assert desk.get(JOBS).json()["items"][0] == told


def test_a_text_comes_in_without_a_file(desk: Client) -> None:
    status, told = say(desk, text=TEXT)
    assert (status, told["state"], told["name"]) == (202, "queued", "van-ban-dan-vao.txt")
    assert newest().place.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (SECRET.encode(), 403, "secret_document"),
        (b"", 422, "empty_file"),
        (b"MZ\x90\x00\x03\x00\x00\x00", 415, "unknown_kind"),
        (b"x" * (LIMITS.file_bytes + 1), 413, "file_too_large"),
    ],
    ids=["secret", "empty", "program", "large"],
)
def test_what_is_refused_at_the_door_leaves_nothing(desk: Client, content: bytes, status: int, code: str) -> None:
    before = ReadingJob.objects.count()
    answer = send(desk, content)
    assert (answer[0], answer[1]["code"], ReadingJob.objects.count()) == (status, code, before)


def test_a_text_is_refused_as_a_file_is(desk: Client) -> None:
    before = ReadingJob.objects.count()
    assert say(desk, text=SECRET)[1]["code"] == "secret_document"
    assert say(desk, text="")[0] == 422
    assert say(desk, text=TEXT, supersedes=999_999)[0] == 404
    assert desk.post(JOBS).status_code == 422
    assert ReadingJob.objects.count() == before


def test_what_shows_only_while_it_is_read_is_told_by_the_job(desk: Client) -> None:
    assert send(desk, b"%PDF-1.4 hong", "hong.pdf")[0] == 202
    read(newest())
    told = desk.get(f"{JOBS}/{newest().pk}").json()
    assert (told["state"], told["document"], told["refusal"]["code"]) == ("refused", None, "damaged_file")
    assert "hong.pdf" in told["refusal"]["detail"]


def test_the_same_bytes_lead_to_their_job_and_are_refused_once_they_lie_here(desk: Client) -> None:
    first = send(desk, TEXT.encode())
    assert send(desk, TEXT.encode(), "khac.txt") == first
    read(newest())
    assert send(desk, TEXT.encode())[1]["code"] == "already_received"


def test_a_file_sent_again_with_its_key_is_one_sending(desk: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000
    headers = {"Idempotency-Key": "lan-1"}

    def sent(content: str, boundary: str) -> Told:
        body = encode_multipart(boundary, {"file": SimpleUploadedFile("ke-hoach.txt", content.encode())})
        answer = desk.post(JOBS, body, content_type=f"multipart/form-data; boundary={boundary}", headers=headers)
        return answer.status_code, answer.json()

    long = TEXT + "\n2. Tổ chức tập huấn." * 100
    first = sent(long, "mot")
    assert (first[0], newest().size) == (202, len(long.encode()))
    assert sent(long, "hai") == first
    assert sent(TEXT, "mot")[1]["code"] == "idempotency_key_used"


def test_a_reading_is_cancelled_and_one_that_has_ended_stays(desk: Client) -> None:
    send(desk, TEXT.encode())
    job = newest()
    assert desk.post(f"{JOBS}/{job.pk}/cancellation").json()["state"] == "cancelled"
    assert not job.place.exists()
    send(desk, TEXT.encode())
    read(newest())
    assert desk.post(f"{JOBS}/{newest().pk}/cancellation").json()["state"] == "done"


def test_an_officer_of_a_unit_receives_nothing_and_sees_no_job(caller: Call, keys: Keys, officer: Account) -> None:
    client, before = caller(officer), ReadingJob.objects.count()
    assert (send(client, TEXT.encode())[0], say(client, text=TEXT)[0]) == (403, 403)
    job = f"{JOBS}/{keys['job']}"
    assert [client.get(place).status_code for place in (JOBS, job)] == [403, 403]
    assert client.post(f"{job}/cancellation").status_code == 403
    assert (ReadingJob.objects.count(), ReadingJob.objects.get(pk=str(keys["job"])).is_live) == (before, True)


def test_a_token_that_may_only_read_receives_nothing(caller: Call, keys: Keys, coordinator: Account) -> None:
    client = caller(coordinator, "programmes:read", "work:write")
    assert send(client, TEXT.encode())[1]["code"] == "scope_missing"
    assert client.get(f"{JOBS}/{keys['job']}").status_code == 200
