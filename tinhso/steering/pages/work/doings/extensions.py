"""Deadlines: more time asked and decided, events that start them."""

from django import forms
from django.db.models import Model

from tinhso.lib.dates import write_date
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.actions.ask_extension import (
    MoreTime,
    approve_extension,
    ask_extension,
    take_back_extension,
)
from tinhso.steering.following.actions.decide_extension import Decision, decide_extension
from tinhso.steering.following.actions.record_event import Happened, record_event
from tinhso.steering.following.judging import JUDGES
from tinhso.steering.following.models import Extension
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.doing import Doing, Sent, may_judge
from tinhso.steering.pages.work.forms import DecisionForm, EventForm, ExtensionForm, WorkForm
from tinhso.steering.programmes.models import Deliverable

_SHORT = 90


def _ask(sent: Sent) -> str:
    facts, key = sent.facts, whole_number(sent.facts.get("product", ""))
    wanted = MoreTime(
        asked_on=facts["asked_on"],
        reason=facts["reason"],
        deliverable=next((each for each in sent.at.deliverables if each.pk == key), None),
        paper=facts["paper"],
        proofs=sent.proofs,
    )
    made = ask_extension(sent.at.task, wanted, sent.hand)
    return f"Đã gửi đề nghị gia hạn ({made.get_state_display().lower()})."


def _approve(sent: Sent) -> str:
    approve_extension(sent.thing(Extension), sent.hand)
    return "Đã duyệt, gửi đề nghị gia hạn."


def _take_back(sent: Sent) -> str:
    take_back_extension(sent.thing(Extension), sent.hand)
    return "Đã rút đề nghị gia hạn."


def _decide(sent: Sent) -> str:
    facts = sent.facts
    decision = Decision(
        due_on=facts["due_on"] if facts["verdict"] == "grant" else None,
        reason=facts["reason"],
        paper_number=facts["paper_number"],
        paper_day=facts["paper_day"],
    )
    made = decide_extension(sent.thing(Extension), decision, sent.hand)
    return f"Đã gia hạn đến {write_date(made.due_on)}." if made.due_on else "Đã ghi: không cho gia hạn."


def _record(sent: Sent) -> str:
    facts = sent.facts
    happened = Happened(
        day=facts["day"],
        what=facts["what"],
        deliverable=sent.thing(Deliverable) if sent.about else None,
        due_on=facts["due_on"],
        paper_number=facts["paper_number"],
        paper_day=facts["paper_day"],
        proofs=sent.proofs,
    )
    made = record_event(sent.at.task, happened, sent.hand)
    return f"Đã ghi nhận sự kiện; hạn là {made.started.written()}."


def _fill_request(form: forms.Form, at: Situation, _about: Model | None) -> None:
    due = at.task.due_on
    form.fields["asked_on"].help_text = f"Hạn hiện nay của nhiệm vụ: {write_date(due)}." if due else ""
    chooser = form.fields["product"]
    if not at.missing:
        del form.fields["product"]
    elif isinstance(chooser, forms.ChoiceField):
        products = [(str(each.pk), each.text[:_SHORT]) for each in at.missing]
        chooser.choices = [("", "Cả nhiệm vụ"), *products]


def _fill_asked(form: forms.Form, at: Situation, extension: Model | None) -> None:
    if isinstance(extension, Extension):
        form.initial["due_on"] = extension.asked_on
    needed = not at.part.decides
    form.fields["paper_number"].help_text = (
        "Bắt buộc khi cho gia hạn: văn bản của người có thẩm quyền." if needed else "Nếu có."
    )


def _fill_event(form: forms.Form, at: Situation, deliverable: Model | None) -> None:
    key = deliverable.pk if deliverable else None
    waited = next((each for each in at.awaited if each.deliverable_id == key), None)
    if waited:
        form.fields["due_on"].help_text = f"Để trống thì tính theo văn bản: “{waited.wording}”."


DOINGS = (
    Doing(
        slug="gia-han",
        title="Xin gia hạn",
        button="Gửi đề nghị gia hạn",
        form=ExtensionForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_ask,
        fill=_fill_request,
    ),
    Doing(
        slug="duyet-gia-han",
        title="Duyệt đề nghị gia hạn",
        button="Duyệt và gửi",
        form=WorkForm,
        whose=JUDGES,
        may=may_judge,
        act=_approve,
        about=Extension,
    ),
    Doing(
        slug="rut-gia-han",
        title="Rút đề nghị gia hạn",
        button="Rút đề nghị",
        form=WorkForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_take_back,
        about=Extension,
        is_dangerous=True,
    ),
    Doing(
        slug="quyet-dinh-gia-han",
        title="Quyết định về gia hạn",
        button="Ghi quyết định",
        form=DecisionForm,
        whose="cơ quan thường trực, người theo dõi hoặc Trưởng Ban",
        may=lambda at, _about: at.part.judges or at.part.decides,
        act=_decide,
        about=Extension,
        fill=_fill_asked,
    ),
    Doing(
        slug="su-kien",
        title="Ghi nhận sự kiện bắt đầu thời hạn",
        button="Ghi nhận sự kiện",
        form=EventForm,
        whose="đơn vị chủ trì hoặc cơ quan thường trực",
        may=lambda at, _about: at.part.leads or at.part.judges,
        act=_record,
        about=Deliverable,
        about_optional=True,
        fill=_fill_event,
    ),
)
