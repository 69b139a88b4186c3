"""What is asked once for many tasks."""

from collections.abc import Iterable

from django import forms

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.work.forms import words

Said = ProgressEntry.Said


class NothingForm(forms.Form):
    """Nothing more is asked."""


class GiveForm(forms.Form):
    """To whom, what, until when."""

    person = forms.ChoiceField(label="Giao cho")
    wanted = words("Việc cần làm", rows=3)
    due_on = DayField(label="Xong trước hết ngày", required=False)


class ProgressForm(forms.Form):
    """The same of each task."""

    said = forms.ChoiceField(
        label="Tình hình", choices=[(each.value, each.label) for each in (Said.UNCHANGED, Said.NOT_BEGUN, Said.DOING)]
    )
    note = words("Ghi chú", required=False, rows=3)


class CommentForm(forms.Form):
    """What is said at each task."""

    text = words("Nội dung; gõ @tên đăng nhập để báo cho người ấy", rows=3)


class RemindForm(forms.Form):
    """A word to those who lead."""

    words = words("Lời nhắc; để trống thì chỉ nêu nhiệm vụ và thời hạn", required=False, rows=3)


class NoteForm(forms.Form):
    """A word beside the confirmation."""

    note = words("Ghi chú", required=False, rows=3)


def offer_people(form: forms.Form, people: Iterable[Account]) -> None:
    """Fill the chooser of persons, where the form has one."""
    chooser = form.fields.get("person")
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = [(each.username, f"{each.display_name} ({each.username})") for each in people]
