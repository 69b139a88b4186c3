"""What people do about a task, done by other systems: the same rules, the same history."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.exchange.models import Announcement
from tinhso.steering.following.models import Deed, Evidence, ProgressEntry

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def send(client: Client, address: str, key: str = "", **content: object) -> tuple[int, dict[str, Any]]:
    headers = {"Idempotency-Key": key} if key else {}
    answer = client.post(f"/api/v1{address}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def _issued(number: str, *, by: Account) -> IssuedDocument:
    return IssuedDocument.objects.create(
        kind="QĐ",
        number=number,
        issued_on=date(2022, 6, 1),
        issuer="UBND tỉnh",
        subject="Phê duyệt",
        recorded_by=by,
    )


def test_progress_with_its_evidence_stands_in_the_history(lead: Client, keys: Keys) -> None:
    upload = SimpleUploadedFile("quy-che.pdf", PDF, "application/pdf")
    file = lead.post("/api/v1/files", {"file": upload}).json()
    task = f"/tasks/{keys['task']}"
    status, made = send(
        lead, f"{task}/progress", said="doing", note="Đã trình", share=60, evidence=[{"file": file["id"]}]
    )
    assert (status, made["kind"], made["unit"], made["evidence"][0]["file_name"]) == (
        *(201, "progress", "so-tttt"),
        "quy-che.pdf",
    )
    history = lead.get(f"/api/v1{task}/deeds").json()["items"]
    assert [deed["id"] for deed in history if deed["kind"] == "progress"] == [made["id"]]
    assert lead.get(f"/api/v1/deeds/{made['id']}").json() == made


def test_sent_twice_it_is_done_and_announced_once(lead: Client, keys: Keys) -> None:
    answers = [send(lead, f"/tasks/{keys['task']}/progress", key="k1", said="unchanged") for _ in range(2)]
    assert answers[0] == answers[1]
    assert ProgressEntry.objects.count() == 1
    assert Announcement.objects.filter(event="task.progressed").count() == 1


def test_a_unit_without_a_part_in_the_task_is_refused(stranger: Client, keys: Keys) -> None:
    status, told = send(stranger, f"/tasks/{keys['task']}/progress", said="doing", note="x")
    assert (status, told["code"]) == (403, "not_your_task")


def test_a_misspelt_word_is_refused_with_its_place(lead: Client, keys: Keys) -> None:
    status, told = send(lead, f"/tasks/{keys['task']}/progress", said="doing", notes="x")
    assert (status, told["errors"]) == (422, [{"pointer": "/notes", "detail": "Extra inputs are not permitted"}])


def test_a_document_is_cited_by_who_recorded_it_or_may_see_it(lead: Client, other_officer: Account, keys: Keys) -> None:
    hidden = _issued("12", by=other_officer)

    def cite(document: int) -> tuple[int, dict[str, Any]]:
        proof = [{"document": document}]
        return send(lead, f"/tasks/{keys['task']}/progress", said="unchanged", evidence=proof)

    status, refused = cite(hidden.pk)
    assert (status, refused["code"]) == (422, "no_such_evidence")
    assert cite(hidden.pk + 1)[1]["detail"] == refused["detail"]
    Evidence.objects.create(deed=Deed.objects.all()[0], document=hidden)
    assert cite(hidden.pk)[0] == 201


def test_evidence_of_somebody_else_is_none(lead: Client, stranger: Client, keys: Keys) -> None:
    theirs = stranger.post("/api/v1/files", {"file": SimpleUploadedFile("a.pdf", PDF)}).json()["id"]
    status, told = send(lead, f"/tasks/{keys['task']}/progress", said="doing", note="x", evidence=[{"file": theirs}])
    assert (status, told["code"]) == (422, "no_such_evidence")


def test_more_time_is_asked_for_and_taken_back(lead: Client, keys: Keys) -> None:
    status, asked = send(lead, f"/tasks/{keys['task']}/extensions", asked_on="2099-12-31", reason="Chờ bộ hướng dẫn")
    assert (status, asked["state"]) == (201, "waiting")
    assert send(lead, f"/extensions/{asked['id']}/withdrawal")[1]["state"] == "taken_back"


def test_a_task_is_done_and_a_deed_of_another_kind_is_not_found(lead: Client, keys: Keys) -> None:
    claim = {"note": "Xong", "reason": "Sản phẩm nộp sau"}
    status, claimed = send(lead, f"/tasks/{keys['task']}/completion", **claim)
    assert (status, claimed["state"]) == (201, "claimed")
    assert send(lead, f"/personal-work/{claimed['id']}/acceptance")[0] == 404
    whole = lead.get(f"/api/v1/programmes/{keys['programme']}/tasks/{keys['task']}").json()
    assert whole["state"].startswith("done")


def test_another_unit_is_asked_and_answers(lead: Client, stranger: Client, keys: Keys) -> None:
    wanted = {"unit": "huyen-khac", "what": "Gửi số liệu", "due_on": "2099-01-01"}
    _, asked = send(lead, f"/tasks/{keys['task']}/requests", **wanted)
    status, answered = send(stranger, f"/requests/{asked['id']}/answer", answer="Đã gửi")
    assert (status, answered["state"]) == (200, "answered")
