"""Quy tắc nhắc hạn of a programme: what holds, what held, and another from a day on."""

import re
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.refusals import RemindersChanged
from tinhso.steering.following.reminding.rules import newest_rule, plan_on
from tinhso.steering.following.reminding.setting import set_rule
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.fields import DayField
from tinhso.steering.programmes.models import Programme

_BETWEEN = re.compile(r"[,;\s]+")


class DaysField(forms.CharField):
    """ "7, 3, 1": some whole numbers of working days, or none."""

    def clean(self, value: object) -> tuple[int, ...]:
        """The numbers. Raises ValidationError with a sentence."""
        words = [word for word in _BETWEEN.split(str(value or "")) if word]
        if any(not word.isdecimal() or len(word) > 3 for word in words):
            raise forms.ValidationError("Hãy ghi các số ngày làm việc, cách nhau bằng dấu phẩy: 7, 3, 1.")
        return tuple(int(word) for word in words)


class RuleForm(forms.Form):
    """The moments, from which day on, and why."""

    valid_from = DayField(label="Áp dụng từ ngày")
    before = DaysField(label="Trước hạn (ngày làm việc)", required=False, help_text="Ví dụ: 7, 3, 1.")
    on_the_day = forms.BooleanField(label="Đúng ngày đến hạn", required=False)
    after = DaysField(label="Sau hạn (ngày làm việc)", required=False, help_text="Ví dụ: 1, 5.")
    weeks = forms.IntegerField(label="Rồi mỗi tuần một lần, trong số tuần", min_value=0, max_value=26)
    head_after = forms.IntegerField(
        label="Báo thêm thủ trưởng khi quá hạn từ (ngày làm việc)", min_value=1, max_value=60, required=False
    )
    reason = forms.CharField(label="Căn cứ, lý do", required=False, max_length=300)

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def plan(self) -> Plan:
        """What was asked for."""
        given = self.cleaned_data
        return Plan(
            given["before"],
            given["on_the_day"],
            given["after"],
            weeks=given["weeks"],
            head_after=given["head_after"],
        )


@require_http_methods(["GET", "POST"])
def reminders(request: HttpRequest, programme: int) -> HttpResponse:
    """The rule in force and the form for another one."""
    found, today = asked(request, programme).programme, timezone.localdate()
    by = require(request, Verb.SET_PROGRAMME)
    plan = plan_on(found.pk, today)
    form = RuleForm(request.POST or None, initial={**_typed(plan, today), "seen": newest_rule(found)})
    if form.is_valid() and _set(form, found, by=by):
        messages.success(request, "Đã đặt quy tắc nhắc hạn.")
        return redirect("programme_settings:reminders", found.pk)
    rules = ReminderRule.objects.filter(programme=found).select_related("made_by")
    context = {"programme": found, "form": form, "plan": plan, "rules": rules}
    return render(request, "programme_settings/reminders.html", context, status=422 if form.errors else 200)


def _set(form: RuleForm, programme: Programme, *, by: Account) -> bool:
    given = form.cleaned_data
    try:
        days, seen = given["valid_from"], given["seen"]
        set_rule(programme, form.plan(), valid_from=days, reason=given["reason"], by=by, seen=seen)
    except RemindersChanged as refusal:
        # He reads it now: sent again, it is what he wants.
        form.data = {**{name: form.data[name] for name in form.data}, "seen": newest_rule(programme)}
        form.add_error(None, refusal.sentence)
        return False
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
        return False
    return True


def _typed(plan: Plan, today: date) -> dict[str, object]:
    return {
        "valid_from": today,
        "before": ", ".join(map(str, plan.before)),
        "on_the_day": plan.on_the_day,
        "after": ", ".join(map(str, plan.after)),
        "weeks": plan.weeks,
        "head_after": plan.head_after,
    }
