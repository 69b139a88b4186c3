"""How the task stands."""

from django import forms
from django.db.models import Model

from tinhso.steering.following.actions.report_progress import (
    Progress,
    approve_progress,
    correct_progress,
    report_progress,
)
from tinhso.steering.following.actions.return_progress import return_progress
from tinhso.steering.following.judging import JUDGES
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.doing import Doing, Sent, may_judge
from tinhso.steering.pages.work.forms import ProgressForm, ReasonForm, WorkForm


def _progress(sent: Sent) -> Progress:
    facts = sent.facts
    return Progress(said=facts["said"], note=facts["note"], share=facts["share"], day=facts["day"], proofs=sent.proofs)


def _report(sent: Sent) -> str:
    entry = report_progress(sent.at.task, _progress(sent), sent.hand)
    return "Đã gửi, chờ thủ trưởng duyệt." if entry.for_head else "Đã ghi cập nhật."


def _correct(sent: Sent) -> str:
    correct_progress(sent.thing(ProgressEntry), _progress(sent), sent.hand)
    return "Đã ghi bản sửa; bản trước vẫn giữ trong lịch sử."


def _approve(sent: Sent) -> str:
    approve_progress(sent.thing(ProgressEntry), sent.hand)
    return "Đã duyệt cập nhật."


def _return(sent: Sent) -> str:
    return_progress(sent.thing(ProgressEntry), sent.facts["reason"], sent.hand)
    return "Đã trả lại; người cập nhật được báo và thấy trong Việc của tôi."


def _fill(form: forms.Form, _at: Situation, entry: Model | None) -> None:
    if isinstance(entry, ProgressEntry):
        form.initial.update(said=entry.said, note=entry.note, share=entry.share, day=entry.day)


DOINGS = (
    Doing(
        slug="tien-do",
        title="Cập nhật tiến độ",
        button="Gửi cập nhật",
        form=ProgressForm,
        whose="đơn vị chủ trì, phối hợp",
        may=lambda at, _about: at.part.works,
        act=_report,
    ),
    Doing(
        slug="sua-tien-do",
        title="Sửa cập nhật đã gửi",
        button="Ghi bản sửa",
        form=ProgressForm,
        whose="đơn vị đã ghi",
        may=lambda at, _about: at.part.works,
        act=_correct,
        about=ProgressEntry,
        fill=_fill,
    ),
    Doing(
        slug="duyet-tien-do",
        title="Duyệt cập nhật",
        button="Duyệt",
        form=WorkForm,
        whose=JUDGES,
        may=may_judge,
        act=_approve,
        about=ProgressEntry,
    ),
    Doing(
        slug="tra-lai-tien-do",
        title="Trả lại cập nhật",
        button="Trả lại",
        form=ReasonForm,
        whose=JUDGES,
        may=may_judge,
        act=_return,
        about=ProgressEntry,
        is_dangerous=True,
    ),
)
