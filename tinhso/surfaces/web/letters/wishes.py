"""Thư nhắc của tôi: of what, how soon, and in which hours not."""

from typing import ClassVar

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.mail.kinds import letter_kinds
from tinhso.kernel.mail.models import MailWishes
from tinhso.kernel.mail.wishing import save_wishes
from tinhso.kernel.mail.writing import wishes_of

#: Fields of the row, in the order of the form; the kinds stand between them.
_HOURS = ("digest_at", "quiet_from", "quiet_until")


def _kinds() -> list[tuple[str, str]]:
    return [(kind.code, kind.label + (" (việc gấp)" if kind.is_urgent else "")) for kind in letter_kinds()]


class WishesForm(forms.ModelForm[MailWishes]):
    """What the database refuses is told here in its words."""

    kinds = forms.MultipleChoiceField(
        label="Gửi thư về",
        choices=_kinds,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Trang Thông báo vẫn ghi đủ mọi loại.",
    )

    class Meta:
        model = MailWishes
        fields = ("by_mail", "pace", "kinds", "digest_at", "quiet_from", "quiet_until", "quiet_days_off")
        widgets: ClassVar = {
            "pace": forms.RadioSelect,
            **{name: forms.TimeInput(attrs={"type": "time"}, format="%H:%M") for name in _HOURS},
        }
        help_texts: ClassVar = {
            "digest_at": "Vào ngày làm việc.",
            "quiet_until": "Trong giờ yên lặng không thư nào gửi đi; thư đợi đến hết giờ ấy.",
        }


@require_http_methods(["GET", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    """The form; what is saved holds from the next letter on."""
    mine = person(request)
    row = wishes_of(mine)
    wanted_now = [code for code, _ in _kinds() if code not in row.without]
    form = WishesForm(request.POST or None, instance=row, initial={"kinds": wanted_now})
    if form.is_valid():
        wanted = form.save(commit=False)
        wanted.without = [code for code, _ in _kinds() if code not in form.cleaned_data["kinds"]]
        save_wishes(wanted)
        messages.success(request, "Đã lưu cách nhận thư nhắc.")
        return redirect("letters:wishes")
    context = {"form": form, "account": mine, "is_kept": not settings.EMAIL_HOST}
    return render(request, "letters/wishes.html", context, status=422 if form.errors else 200)
