"""What an item of a programme says now, as labelled words: the form in which two states of it are compared."""

from collections.abc import Iterable, Mapping

from tinhso.steering.programmes.models import (
    Assignment,
    Deadline,
    Deliverable,
    Duty,
    EditableItem,
    Indicator,
    Target,
    Task,
)

#: Role → its label, as a comparison of readings calls it (see ``facts``).
_OF_INDICATOR = {"watcher": "Chủ trì theo dõi", "lead": "Chủ trì thực hiện", "cooperator": "Phối hợp"}
_OF_TASK = {"lead": "Chủ trì", "cooperator": "Phối hợp"}
_OF_DUTY = {"sender": "Người gửi", "receiver": "Nơi nhận"}

Told = Mapping[str, str]
"""Label → words."""


def told(item: EditableItem) -> Told:
    """Every fact of the item that a person may change, in words; a few queries."""
    if isinstance(item, Indicator):
        return _indicator(item)
    if isinstance(item, Task):
        return _task(item)
    return _duty(item) if isinstance(item, Duty) else {}


def differences(before: Told, after: Told) -> list[dict[str, str]]:
    """What reads otherwise: label, before, after."""
    labels = [label for label in {**before, **after} if before.get(label, "") != after.get(label, "")]
    return [{"label": label, "before": before.get(label, ""), "after": after.get(label, "")} for label in labels]


def _indicator(item: Indicator) -> Told:
    targets = Target.objects.current().filter(indicator=item).order_by("position", "pk")
    return {
        "Tên": item.name,
        "Nguyên văn": item.text,
        "Đề mục": item.section_title,
        "Loại trừ": item.exclusions,
        "Mức": "; ".join(" ".join(filter(None, (each.written(), each.conditions()))) for each in targets),
        **_people(item, _OF_INDICATOR),
    }


def _task(item: Task) -> Told:
    products = Deliverable.objects.current().filter(task=item).order_by("position", "pk").prefetch_related("deadlines")
    return {
        "Nội dung": item.text,
        "Đề mục": item.section_title,
        "Tính chất": "Việc thường xuyên" if item.standing else "",
        "Thời hạn": _deadline(item.deadlines.in_force()),
        "Sản phẩm": "; ".join(_product(each) for each in products),
        **_people(item, _OF_TASK),
    }


def _duty(item: Duty) -> Told:
    return {
        "Nội dung": item.what,
        "Định kỳ": str(item.get_frequency_display()),
        "Thời hạn": item.due or _deadline(item.deadlines.in_force()),
        "Ngày trong tháng": str(item.day or ""),
        **_people(item, _OF_DUTY),
    }


def _people(item: EditableItem, labels: Mapping[str, str]) -> Told:
    rows = Assignment.objects.current().filter(**{str(item._meta.model_name): item}).order_by("position", "pk")
    people = list(rows.select_related("unit", "post__unit", "group"))
    return {label: "; ".join(_owner(each) for each in people if each.role == role) for role, label in labels.items()}


def _owner(assignment: Assignment) -> str:
    """The wording, with whom it means where a person may have chosen: the keys tell units of one name apart."""
    if assignment.certainty != Assignment.Certainty.CERTAIN:
        return f"{assignment.wording} (chưa rõ)"
    unit = assignment.post.unit if assignment.post else assignment.unit
    key = assignment.group.key if assignment.group else unit.key if unit else ""
    return f"{assignment.wording} [{key}]"


def _deadline(deadlines: Iterable[Deadline]) -> str:
    return "; ".join(f"{each.written()} ({each.get_basis_display()})" for each in deadlines)


def _product(product: Deliverable) -> str:
    day = next((each for each in product.deadlines.all() if not each.superseded_at and not each.withdrawn_at), None)
    return f"{product.text} [{day.written()}]" if day else product.text
