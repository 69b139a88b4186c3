"""Done: claimed, approved, confirmed, returned, reopened."""

from django import forms
from django.db.models import Model

from tinhso.steering.following.actions.complete_task import (
    Claim,
    approve_completion,
    claim_completion,
    confirm_completion,
    reopen_task,
    return_completion,
)
from tinhso.steering.following.judging import JUDGES
from tinhso.steering.following.models import Completion
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.doing import Doing, Sent, may_judge
from tinhso.steering.pages.work.forms import CompletionForm, NoteForm, ReasonForm, WorkForm


def _claim(sent: Sent) -> str:
    facts = sent.facts
    claim = Claim(day=facts["day"], note=facts["note"], reason=facts.get("reason", ""), proofs=sent.proofs)
    made = claim_completion(sent.at.task, claim, sent.hand)
    return f"Đã báo hoàn thành ({made.get_state_display().lower()})."


def _approve(sent: Sent) -> str:
    approve_completion(sent.thing(Completion), sent.hand)
    return "Đã duyệt báo hoàn thành."


def _confirm(sent: Sent) -> str:
    confirm_completion(sent.thing(Completion), sent.hand, note=sent.facts["note"])
    return "Đã xác nhận hoàn thành."


def _return(sent: Sent) -> str:
    return_completion(sent.thing(Completion), sent.facts["reason"], sent.hand)
    return "Đã trả lại báo hoàn thành; nhiệm vụ tiếp tục thực hiện."


def _reopen(sent: Sent) -> str:
    reopen_task(sent.at.task, sent.facts["reason"], sent.hand)
    return "Đã mở lại nhiệm vụ."


def _fill(form: forms.Form, at: Situation, _about: Model | None) -> None:
    form.initial["day"] = at.task.programme.demonstration_on or at.day
    if not at.missing:
        del form.fields["reason"]
    else:
        form.fields["reason"].help_text = f"Còn {len(at.missing)} sản phẩm chưa ghi nhận."


def _may_return(at: Situation, completion: Model | None) -> object:
    before = isinstance(completion, Completion) and completion.state == Completion.State.FOR_HEAD
    return may_judge(at, completion) if before else at.part.confirms


DOINGS = (
    Doing(
        slug="hoan-thanh",
        title="Báo hoàn thành",
        button="Báo hoàn thành",
        form=CompletionForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_claim,
        fill=_fill,
    ),
    Doing(
        slug="duyet-hoan-thanh",
        title="Duyệt báo hoàn thành",
        button="Duyệt và gửi",
        form=WorkForm,
        whose=JUDGES,
        may=may_judge,
        act=_approve,
        about=Completion,
    ),
    Doing(
        slug="xac-nhan",
        title="Xác nhận hoàn thành",
        button="Xác nhận",
        form=NoteForm,
        whose="người theo dõi nhiệm vụ",
        may=lambda at, _about: at.part.confirms,
        act=_confirm,
        about=Completion,
    ),
    Doing(
        slug="tra-lai",
        title="Trả lại báo hoàn thành",
        button="Trả lại",
        form=ReasonForm,
        whose="người theo dõi nhiệm vụ",
        may=_may_return,
        act=_return,
        about=Completion,
        is_dangerous=True,
    ),
    Doing(
        slug="mo-lai",
        title="Mở lại nhiệm vụ",
        button="Mở lại nhiệm vụ",
        form=ReasonForm,
        whose="đơn vị chủ trì hoặc người theo dõi",
        may=lambda at, _about: at.part.leads or at.part.confirms,
        act=_reopen,
        is_dangerous=True,
    ),
)
