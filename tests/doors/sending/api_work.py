"""The API's doors of the work on tasks."""

from collections.abc import Callable, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.doors.sending import things
from tests.doors.world import Make, Sent, World

_REASON, _DAY = {"reason": "Nhầm"}, "2022-06-01"
_LINK = {"evidence": [{"link": "https://example.vn"}], "reason": "Đăng trên cổng"}
_EVENT = {"day": _DAY, "what": "Bộ đã ban hành"}
_WISH = {"asked_on": "2022-12-01", "reason": "Chờ hướng dẫn"}
_DECISION = {"due_on": "2022-12-01", "paper_number": "15/TB-BCĐ", "paper_day": "2022-07-01"}
_WANTED = {"unit": "huyen-khac", "what": "Góp ý", "due_on": _DAY}
#: To whom people of each side may give work: somebody of their own unit.
COLLEAGUE = {"other_officer": "other-officer"}


def _on(code: str, **content: object) -> Make:
    return lambda world: Sent(keys={"task": world.task(code).pk}, json=content)


def _about(make: Callable[[World], int], key: str = "deed", **content: object) -> Make:
    return lambda world: Sent(keys={key: make(world)}, json=content)


def _order(world: World) -> Sent:
    return Sent(
        keys={"task": world.task().pk},
        json={"wanted": "Soạn dự thảo"},
        of=lambda who: {"person": COLLEAGUE.get(who, "officer")},
    )


def _file(_world: World) -> Sent:
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return Sent(of=lambda _who: {"file": SimpleUploadedFile("quy-che.pdf", pdf, "application/pdf")})


_WISHES = {
    "by_mail": True,
    "pace": "urgent",
    "without": [],
    "digest_at": "07:30",
    "quiet_from": "18:00",
    "quiet_until": "07:00",
    "quiet_days_off": True,
}

SENT: Mapping[str, Make] = {
    "POST api:files": _file,
    "POST api:read_notices": lambda _world: Sent(json={"all": True}),
    "GET api:deeds": _on("II.1"),
    "GET api:deed": _about(things.report),
    "POST api:report_progress": _on("II.1", said="doing", note="Đã trình"),
    "POST api:correct_progress": _about(things.report, said="doing", note="Đã trình"),
    "POST api:approve_progress": _about(things.report),
    "POST api:return_progress": _about(things.report, **_REASON),
    "POST api:remind_lead": _on("II.1", note="Sắp đến hạn"),
    "POST api:give_work": _order,
    "POST api:accept_work": _about(things.given),
    "POST api:finish_work": _about(things.given, note="Đã xong"),
    "POST api:return_work": _about(things.given, **_REASON),
    "POST api:move_work": _about(things.given, person="head"),
    "POST api:ask_unit": _on("II.1", **_WANTED),
    "POST api:answer_request": _about(things.asked, answer="Đã góp ý"),
    "POST api:decline_request": _about(things.asked, **_REASON),
    "POST api:want_again": _about(things.answered, **_REASON),
    "POST api:ask_extension": _on("II.1", **_WISH),
    "POST api:approve_extension": _about(things.extension),
    "POST api:take_back_extension": _about(things.extension),
    "POST api:decide_extension": _about(things.extension, **_DECISION),
    "POST api:record_event": _on("II.5", **_EVENT),
    "POST api:record_product": _about(things.product, "product", **_LINK),
    "POST api:take_back_product": _about(things.delivered, **_REASON),
    "POST api:claim_completion": _on("II.1", reason="Nộp sau"),
    "POST api:approve_completion": _about(things.claim),
    "POST api:confirm_completion": _about(things.claim, note="Đúng"),
    "POST api:return_completion": _about(things.claim, **_REASON),
    "POST api:reopen_task": _on("II.1", **_REASON),
    "POST api:comment": _on("II.1", text="Xin ý kiến"),
    "PUT api:save_letter_wishes": lambda _world: Sent(json=_WISHES, headers={"If-Match": '"1"'}),
    "POST api:edit_comment": _about(things.said, text="Xin ý kiến thêm"),
}
