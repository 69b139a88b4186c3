"""What people say to each other about the task, and who reminds whom."""

from django import forms
from django.db.models import Model

from tinhso.steering.following.actions.discuss import comment, edit_comment
from tinhso.steering.following.actions.remind_lead import remind_lead
from tinhso.steering.following.models import Comment
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.doing import Doing, Sent
from tinhso.steering.pages.work.forms import NoteForm, TextForm


def _say(sent: Sent) -> str:
    comment(sent.at.task, sent.facts["text"], sent.hand)
    return "Đã gửi lời trao đổi."


def _edit(sent: Sent) -> str:
    edit_comment(sent.thing(Comment), sent.facts["text"], sent.hand)
    return "Đã sửa; lời trước vẫn giữ trong lịch sử."


def _fill(form: forms.Form, _at: Situation, said: Model | None) -> None:
    if isinstance(said, Comment):
        form.initial["text"] = said.text


def _remind(sent: Sent) -> str:
    remind_lead(sent.at.task, sent.facts["note"], sent.hand)
    return "Đã nhắc đơn vị chủ trì."


DOINGS = (
    Doing(
        slug="nhac",
        title="Nhắc đơn vị chủ trì",
        button="Nhắc",
        form=NoteForm,
        whose="cơ quan thường trực, người theo dõi",
        may=lambda at, _about: at.part.judges,
        act=_remind,
    ),
    Doing(
        slug="trao-doi",
        title="Trao đổi",
        button="Gửi",
        form=TextForm,
        whose="các đơn vị và người có liên quan",
        may=lambda at, _about: at.part.speaks,
        act=_say,
    ),
    Doing(
        slug="sua-loi",
        title="Sửa lời trao đổi",
        button="Lưu",
        form=TextForm,
        whose="người đã nói",
        may=lambda at, said: isinstance(said, Comment) and said.account_id == at.account.pk,
        act=_edit,
        about=Comment,
        fill=_fill,
    ),
)
