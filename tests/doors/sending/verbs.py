"""The verbs of a task's page: "POST work:act tien-do"."""

from collections.abc import Callable, Mapping

from tests.doors.sending import things
from tests.doors.sending.api_work import COLLEAGUE
from tests.doors.world import Make, Sent, World

_REASON, _DAY = {"reason": "Nhầm"}, "01/6/2022"
#: Verb → the task, the thing that it is about, and the form.
VERBS: Mapping[str, tuple[str, Callable[[World], int] | None, Mapping[str, object]]] = {
    "tien-do": ("II.1", None, {"said": "doing", "note": "Đã trình"}),
    "sua-tien-do": ("II.1", things.report, {"said": "doing", "note": "Đã trình"}),
    "duyet-tien-do": ("II.1", things.report, {}),
    "tra-lai-tien-do": ("II.1", things.report, _REASON),
    "nhac": ("II.1", None, {"note": "Sắp đến hạn"}),
    "giao-viec": ("II.1", None, {"wanted": "Soạn dự thảo"}),
    "nhan-viec": ("II.1", things.given, {}),
    "xong-viec": ("II.1", things.given, {"note": "Đã xong"}),
    "tra-viec": ("II.1", things.given, _REASON),
    "chuyen-viec": ("II.1", things.given, {"person": "head"}),
    "phoi-hop": ("II.1", None, {"wanted": "Góp ý", "due_on": _DAY, "remind_days": 3}),
    "tra-loi": ("II.1", things.asked, {"answer": "Đã góp ý"}),
    "tu-choi": ("II.1", things.asked, _REASON),
    "lam-lai": ("II.1", things.answered, _REASON),
    "gia-han": ("II.1", None, {"asked_on": "01/12/2022", "reason": "Chờ hướng dẫn"}),
    "duyet-gia-han": ("II.1", things.extension, {}),
    "rut-gia-han": ("II.1", things.extension, {}),
    "quyet-dinh-gia-han": (
        "II.1",
        things.extension,
        {"verdict": "grant", "due_on": "01/12/2022", "paper_number": "15/TB-BCĐ", "paper_day": "01/7/2022"},
    ),
    "su-kien": ("II.5", None, {"what": "Bộ đã ban hành", "day": _DAY}),
    "san-pham": ("II.4", things.product, {"link": "https://example.vn", "reason": "Đăng trên cổng"}),
    "rut-san-pham": ("II.4", things.delivered, _REASON),
    "hoan-thanh": ("II.1", None, {"day": _DAY, "reason": "Nộp sau"}),
    "duyet-hoan-thanh": ("II.1", things.claim, {}),
    "xac-nhan": ("II.1", things.claim, {}),
    "tra-lai": ("II.1", things.claim, _REASON),
    "mo-lai": ("II.1", None, _REASON),
    "trao-doi": ("II.1", None, {"text": "Xin ý kiến"}),
    "sua-loi": ("II.1", things.said, {"text": "Xin ý kiến thêm"}),
}


def _sent(verb: str) -> Make:
    code, make, form = VERBS[verb]

    def send(world: World) -> Sent:
        about = {"ve": make(world)} if make else {}
        unit = {"unit": str(world.helper.pk)} if verb == "phoi-hop" else {}
        keys = {"task": world.task(code).pk, "doing": verb}
        return Sent(keys=keys, form={**form, **about, **unit}, of=_person if verb == "giao-viec" else lambda _who: {})

    return send


def _person(who: str) -> Mapping[str, object]:
    return {"person": COLLEAGUE.get(who, "officer")}


SENT: Mapping[str, Make] = {
    # Whoever may send a form may open it: one view asks before it looks at what was sent.
    "GET work:act tien-do": _sent("tien-do"),
    **{f"POST work:act {verb}": _sent(verb) for verb in VERBS},
}
