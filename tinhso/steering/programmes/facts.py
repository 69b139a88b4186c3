"""What an item of a reading says, as labelled words: the form in which two readings are compared and shown."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import write_number
from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.models import Duty, Target
from tinhso.steering.programmes.models.targets import SIGNS

#: Kind of item → the reading's list that holds it, in the order in which changes are told.
KINDS: Mapping[str, str] = {
    "indicator": "indicators",
    "task": "tasks",
    "duty": "duties",
    "objective": "objectives",
    "owner_sentence": "assignments",
    "legal_basis": "legal_bases",
    "heading": "headings",
    "recipient": "recipients",
    "abbreviation": "abbreviations",
}

KIND_NAMES: Mapping[str, str] = {
    "indicator": "Chỉ tiêu",
    "task": "Nhiệm vụ",
    "duty": "Chế độ báo cáo",
    "objective": "Mục tiêu",
    "owner_sentence": "Câu giao việc",
    "legal_basis": "Căn cứ",
    "heading": "Đề mục",
    "recipient": "Nơi nhận",
    "abbreviation": "Chữ viết tắt",
}

Told = tuple[str, str, Mapping[str, str]]
"""Code, leading words, labelled words."""


def _names(names: tuple[str, ...]) -> str:
    return "; ".join(names)


def _day(written: str) -> str:
    return write_date(date.fromisoformat(written)) if written else ""


def _deadline(deadline: read.Deadline | None) -> str:
    if deadline is None:
        return ""
    days = "–".join(dict.fromkeys(_day(day) for day in (deadline.start, deadline.end) if day))
    return " ".join(part for part in (deadline.text, f"({days})" if days else "") if part)


def _target(target: read.Target) -> str:
    values = (target.value, target.value_to)
    amount = "–".join(write_number(Decimal(str(value)).normalize()) for value in values if value is not None)
    level = Target.Level(target.level).label.lower() if target.level else ""
    dates = (target.from_ and f"từ {_day(target.from_)}", target.by and f"đến {_day(target.by)}")
    sign = SIGNS.get(target.comparator, target.comparator)
    words = [f"{sign} {amount}", target.unit or "", level, target.scope or "", *(date or "" for date in dates)]
    return " ".join(word for word in words if word) + (" mỗi năm" if target.each_year else "")


def _product(product: read.Deliverable) -> str:
    deadline = _deadline(product.deadline)
    return f"{product.text} [{deadline}]" if deadline else product.text


def _indicator(item: read.Indicator) -> Told:
    return (
        item.code,
        item.name,
        {
            "Tên": item.name,
            "Nguyên văn": item.text,
            "Đề mục": item.section or "",
            "Mức": "; ".join(_target(target) for target in item.targets),
            "Chủ trì theo dõi": _names(item.watchers),
            "Chủ trì thực hiện": _names(item.leads),
            "Phối hợp": _names(item.cooperators),
            "Loại trừ": _names(item.exclusions),
        },
    )


def _task(item: read.Task) -> Told:
    return (
        item.code,
        item.text,
        {
            "Nội dung": item.text,
            "Đề mục": item.section or "",
            "Chủ trì": _names(item.leads),
            "Phối hợp": _names(item.cooperators),
            "Thời hạn": _deadline(item.deadline),
            "Sản phẩm": "; ".join(_product(product) for product in item.deliverables),
            "Tính chất": "Việc thường xuyên" if item.standing else "",
        },
    )


def _duty(item: read.Duty) -> Told:
    return (
        "",
        item.what,
        {
            "Nội dung": item.what,
            "Người gửi": item.who or "",
            "Nơi nhận": item.to or "",
            "Định kỳ": str(Duty.Frequency(item.frequency).label),
            "Thời hạn": item.due or _deadline(item.deadline),
        },
    )


def _objective(item: read.Objective) -> Told:
    return item.code or "", item.text, {"Nội dung": item.text, "Đề mục": item.section or ""}


def _owner_sentence(item: read.Assignment) -> Told:
    facts = {"Nội dung": item.text, "Người được giao": _names(item.who), "Mục được giao": _names(item.targets)}
    return "", item.text, facts


def _legal_basis(item: read.Reference) -> Told:
    facts = {"Nội dung": item.text, "Số, ký hiệu": item.number or "", "Ngày": _day(item.date or "")}
    return item.number or "", item.text, facts


def _heading(item: read.Heading) -> Told:
    return item.code, item.text, {"Nội dung": item.text, "Người được giao": _names(item.owner)}


def _recipient(item: read.Recipient) -> Told:
    return "", item.text, {"Nội dung": item.text}


def _abbreviation(item: read.Abbreviation) -> Told:
    return item.short, f"{item.short}: {item.long}", {"Viết tắt": item.short, "Viết đầy đủ": item.long}


FACTS: Mapping[str, Callable[[Any], Told]] = {
    "indicator": _indicator,
    "task": _task,
    "duty": _duty,
    "objective": _objective,
    "owner_sentence": _owner_sentence,
    "legal_basis": _legal_basis,
    "heading": _heading,
    "recipient": _recipient,
    "abbreviation": _abbreviation,
}
