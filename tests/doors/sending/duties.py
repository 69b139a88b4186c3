"""The doors of duties due once, and of counting; Huyện Mẫu and Huyện Khác have to issue a document."""

from collections.abc import Mapping
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.doors.world import Make, Sent, World
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.steering.following.actions.record_duty import Issued, exempt, record_duty

_DAYS = {"issued_on": "09/5/2022", "sent_on": "09/5/2022"}


def _own(world: World) -> Sent:
    """Everybody for his own district."""
    units = {"other_officer": world.helper.pk}

    def of(who: str) -> dict[str, object]:
        file = SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4 ke hoach")
        return {"unit": str(units.get(who, world.lead.pk)), "file": file}

    return Sent(form={**_DAYS, "kind": "KH", "number": "15/KH-UBND"}, of=of)


def paper(world: World) -> int:
    """What Huyện Mẫu has issued."""
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=world.people["officer"])
    issued = Issued(number="15/KH-UBND", issued_on=date(2022, 5, 9), file=file)
    return record_duty(world.order, world.lead, issued, hand=world.hand("officer")).pk


def _exemption(world: World) -> int:
    return exempt(world.order, world.lead, "Không thuộc phạm vi", hand=world.hand("coordinator")).pk


def _tie(world: World) -> Sent:
    form = {"deed": "tie", "tie-metric": "bao-cao-truc-tuyen", "tie-from_on": "01/01/2022"}
    return Sent(keys={"indicator": world.indicator().pk}, form=form)


def _own_paper(world: World) -> Sent:
    """Everybody for his own district, with a file of his own."""

    def of(who: str) -> dict[str, object]:
        by = world.people[who]
        file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=by)
        return {"unit": world.helper.key if who == "other_officer" else world.lead.key, "file": file.pk}

    return Sent(json={"number": "15/KH-UBND", "issued_on": "2022-05-09"}, of=of)


def _asked_of(world: World) -> Sent:
    return Sent(json={"unit": world.lead.key, "reason": "Không thuộc phạm vi"})


SENT: Mapping[str, Make] = {
    "POST duties:record": _own,
    "POST duties:return": lambda world: Sent(keys={"paper": paper(world)}, form={"reason": "Thiếu phụ lục"}),
    "POST duties:exempt": lambda world: Sent(form={"unit": world.lead.pk, "reason": "Không thuộc phạm vi"}),
    "POST duties:ask_again": lambda world: Sent(keys={"exemption": _exemption(world)}),
    "POST duties:count": lambda _world: Sent(form={"reason": "Đếm lại"}),
    "POST api:record_paper": _own_paper,
    "POST api:return_paper": lambda world: Sent(keys={"paper": paper(world)}, json={"reason": "Thiếu phụ lục"}),
    "POST api:exempt_unit": _asked_of,
    "POST api:end_exemption": lambda world: Sent(keys={"exemption": _exemption(world)}),
    "GET counting:indicator": lambda world: Sent(keys={"indicator": world.indicator().pk}),
    "POST counting:indicator": _tie,
}
