"""What is asked when something is done about a round."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.work.forms import WorkForm, words
from tinhso.steering.reporting.models import RoundDue
from tinhso.steering.reporting.windows import Due

Sender = RoundDue.Sender


class OpeningForm(WorkForm):
    """Why; only before its day it must be said."""

    reason = words("Lý do", required=False, rows=3, help_text="Bắt buộc khi mở trước ngày mở của kỳ.")


class ClosingForm(WorkForm):
    """Why; only where units are missing it must be said."""

    reason = words("Lý do", required=False, rows=3, help_text="Bắt buộc khi còn đơn vị chưa gửi.")


@dataclass(frozen=True, slots=True)
class DueRow:
    """The fields of one level, side by side."""

    label: str
    day: BoundField
    before: BoundField


class DuesForm(WorkForm):
    """By when each level sends; a level left empty sends by the earliest of the others."""

    def __init__(self, sent: QueryDict | None = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(sent, initial=initial)
        for sender in Sender:
            self.fields[day_of(sender)] = DayField(label=f"Hạn gửi: {sender.label}", required=False)
            self.fields[before_of(sender)] = forms.BooleanField(label="“trước ngày”", required=False)

    @property
    def due_rows(self) -> list[DueRow]:
        """The fields by level."""
        return [DueRow(sender.label, self[day_of(sender)], self[before_of(sender)]) for sender in Sender]

    @property
    def plain_fields(self) -> list[BoundField]:
        """The other fields that are seen."""
        names = {name for sender in Sender for name in (day_of(sender), before_of(sender))}
        return [field for field in self.visible_fields() if field.name not in names]

    def dues(self) -> tuple[Due, ...]:
        """As said, in the order of the levels."""
        said = self.cleaned_data
        named = [sender for sender in Sender if said[day_of(sender)]]
        return tuple(Due(sender, said[day_of(sender)], said[before_of(sender)]) for sender in named)


class ChangeForm(DuesForm):
    """Other due days, and why."""

    reason = words("Lý do đổi hạn", rows=3)


def day_of(sender: str) -> str:
    """The field of a level's day."""
    return f"day_{sender}"


def before_of(sender: str) -> str:
    """The field that says "trước ngày"."""
    return f"before_{sender}"


def typed(dues: Iterable[tuple[str, date, bool]]) -> Mapping[str, object]:
    """Due days as the form's fields hold them."""
    found: dict[str, object] = {}
    for sender, day, before in dues:
        found |= {day_of(sender): day, before_of(sender): before}
    return found
