"""What a verb is about, in words above its form."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

from tinhso.lib.dates import write_date
from tinhso.steering.following.models import (
    Completion,
    Extension,
    PersonalWork,
    ProductRecord,
    ProgressEntry,
    UnitRequest,
)
from tinhso.steering.programmes.models import Deliverable

Words = list[tuple[str, str]]


def thing_words(thing: Model | None) -> Words:
    """Label and words, for the person to see what he answers."""
    for model, words in _WORDS.items():
        if isinstance(thing, model):
            return words(thing)
    return []


def _entry(entry: ProgressEntry) -> Words:
    return [(entry.get_said_display(), entry.note or "(không ghi thêm)")]


def _work(work: PersonalWork) -> Words:
    due = [("Hạn", write_date(work.due_on))] if work.due_on else []
    return [("Việc được giao", work.note), ("Người nhận", str(work.person)), *due]


def _request(request: UnitRequest) -> Words:
    return [("Nội dung đề nghị", request.note), ("Hạn trả lời", write_date(request.due_on))]


def _completion(completion: Completion) -> Words:
    note = [("Kết quả", completion.note)] if completion.note else []
    return [("Ngày hoàn thành", write_date(completion.day)), *note]


def _extension(extension: Extension) -> Words:
    of = [("Sản phẩm", extension.deliverable.text)] if extension.deliverable else []
    former = [("Hạn đang có", write_date(extension.former_due_on))] if extension.former_due_on else []
    paper = [("Văn bản đề nghị", extension.paper)] if extension.paper else []
    return [*of, *former, ("Xin đến ngày", write_date(extension.asked_on)), ("Lý do", extension.note), *paper]


_WORDS: dict[type[Model], Callable[[Any], Words]] = {
    Deliverable: lambda product: [("Sản phẩm", product.text)],
    ProductRecord: lambda record: [("Sản phẩm", record.deliverable.text)],
    ProgressEntry: _entry,
    PersonalWork: _work,
    UnitRequest: _request,
    Extension: _extension,
    Completion: _completion,
}
