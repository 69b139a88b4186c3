"""What waits for a person, as lines of one list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tinhso.lib.dates import write_date
from tinhso.steering.following.laying import Laid
from tinhso.steering.following.models import Completion, Extension, ProgressEntry
from tinhso.steering.following.models.deeds import one_time_key
from tinhso.steering.pages.work.doing import Doing
from tinhso.steering.pages.work.doings import DOINGS
from tinhso.steering.programmes.models import Task


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer: the usual answer, and whether it asks nothing further."""

    what: str
    words: str
    task: Task
    doing: Doing
    about: int | None
    at_once: bool = False
    due_on: date | None = None
    once: str = field(default_factory=one_time_key)


def items_of(laid: Laid) -> list[Item]:
    """What is dated first, by its day."""
    found = [*_for_head(laid), *_for_watcher(laid), *_for_unit(laid), *_for_me(laid)]
    return sorted(found, key=lambda item: (item.due_on is None, item.due_on or date.max))


def _for_head(laid: Laid) -> Iterator[Item]:
    for entry in laid.entries:
        yield Item("Duyệt", _saying(entry), entry.task, DOINGS["duyet-tien-do"], entry.pk, at_once=True)
    for extension in laid.extensions:
        yield Item("Duyệt", _asking(extension), extension.task, DOINGS["duyet-gia-han"], extension.pk, at_once=True)
    for claim in laid.claims:
        yield Item("Duyệt", _claiming(claim), claim.task, DOINGS["duyet-hoan-thanh"], claim.pk, at_once=True)


def _for_watcher(laid: Laid) -> Iterator[Item]:
    for claim in laid.to_confirm:
        yield Item("Xác nhận", _claiming(claim), claim.task, DOINGS["xac-nhan"], claim.pk, at_once=True)
    for extension in laid.to_decide:
        yield Item(
            "Quyết định", _asking(extension), extension.task, DOINGS["quyet-dinh-gia-han"], extension.pk, at_once=False
        )


def _for_unit(laid: Laid) -> Iterator[Item]:
    for request in laid.to_answer:
        yield Item(
            "Trả lời",
            f"{request.who} đề nghị: {request.note}",
            request.task,
            DOINGS["tra-loi"],
            request.pk,
            due_on=request.due_on,
        )
    for entry in laid.sent_back:
        words = f"Cập nhật tiến độ bị trả lại: {entry.reason}"
        yield Item("Làm lại", words, entry.task, DOINGS["sua-tien-do"], entry.pk, due_on=entry.task.due_on)
    for task in laid.came_back:
        yield Item("Làm lại", "Báo hoàn thành bị trả lại", task, DOINGS["tien-do"], None, due_on=task.due_on)


def _for_me(laid: Laid) -> Iterator[Item]:
    for work in laid.to_do:
        yield Item("Làm", f"{work.who} giao: {work.note}", work.task, DOINGS["xong-viec"], work.pk, due_on=work.due_on)


def _saying(entry: ProgressEntry) -> str:
    return f"{entry.who}: {entry.note or entry.get_said_display()}"


def _asking(extension: Extension) -> str:
    return f"{extension.who} xin gia hạn đến {write_date(extension.asked_on)}: {extension.note}"


def _claiming(claim: Completion) -> str:
    return f"{claim.who} báo hoàn thành ngày {write_date(claim.day)}" + (f": {claim.note}" if claim.note else "")
