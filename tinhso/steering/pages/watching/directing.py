"""Giao chỉ đạo: what the chair writes here becomes a task of the programme."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Kind, UnitVersion
from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.actions.direct_task import direct_task
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.fields import DayField
from tinhso.steering.programmes.actions.close import require_running

_LEADS = ("lead", "second", "third")


class DirectiveForm(forms.Form):
    """What is to be done, by whom, by when."""

    text = forms.CharField(label="Nội dung chỉ đạo", max_length=4000, widget=forms.Textarea({"rows": 5}))
    lead = forms.ChoiceField(label="Đơn vị chủ trì")
    second = forms.ChoiceField(label="Đơn vị cùng chủ trì", required=False)
    third = forms.ChoiceField(label="Đơn vị cùng chủ trì thứ hai", required=False)
    due_on = DayField(label="Hạn hoàn thành", required=False)

    def __init__(self, sent: QueryDict | None, roster: Roster) -> None:
        super().__init__(sent, label_suffix="")
        offered = [("", "Chọn đơn vị"), *_choices(roster)]
        for name in _LEADS:
            chooser = self.fields[name]
            if isinstance(chooser, forms.ChoiceField):
                chooser.choices = offered

    def leads(self, roster: Roster) -> list[UnitVersion]:
        """The units chosen, each once."""
        chosen: Mapping[str, Any] = self.cleaned_data
        return [roster.units[unit] for unit in dict.fromkeys(int(chosen[name]) for name in _LEADS if chosen[name])]


@require_http_methods(["GET", "POST"])
def direct(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, the task. Two clicks order once."""
    about, account = asked(request, programme), require(request, Verb.DIRECT)
    require_running(about.programme)
    roster = Roster.on(about.working_day)
    form = DirectiveForm(request.POST or None, roster)
    if form.is_valid():
        said = form.cleaned_data
        try:
            task = direct_task(
                about.programme, said["text"], leads=form.leads(roster), due_on=said["due_on"], hand=Hand(account)
            )
            messages.success(request, f"Đã giao chỉ đạo {task.code}. Đơn vị chủ trì thấy ngay trong việc của mình.")
            return redirect("pages:task", programme, task.pk)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, "watching/direct.html", {"asked": about, "form": form}, status=422 if form.errors else 200)


def _choices(roster: Roster) -> list[tuple[str, list[tuple[str, str]]]]:
    """The units of the day by kind, from the province down."""
    places = {kind: place for place, kind in enumerate(Kind.values)}
    versions = sorted(roster.units.values(), key=lambda version: (places[version.kind], version.sort_key))
    runs = groupby(versions, key=lambda version: version.kind)
    return [(Kind(kind).label, [(str(each.unit_id), body_name(each)) for each in run]) for kind, run in runs]
