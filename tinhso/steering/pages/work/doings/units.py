"""Work asked of another unit."""

from django import forms
from django.db.models import Model

from tinhso.kernel.organisations.naming import body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.actions.ask_unit import Wanted, answer_request, ask_unit, decline_request, want_again
from tinhso.steering.following.models import UnitRequest
from tinhso.steering.following.parts import units_named
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.choices import unit_of
from tinhso.steering.pages.work.doing import Doing, Sent
from tinhso.steering.pages.work.forms import AgainForm, AnswerForm, AskUnitForm, ReasonForm
from tinhso.steering.programmes.models import Assignment


def _ask(sent: Sent) -> str:
    facts = sent.facts
    wanted = Wanted(
        unit=unit_of(facts["unit"]), what=facts["wanted"], due_on=facts["due_on"], remind_days=facts["remind_days"]
    )
    ask_unit(sent.at.task, wanted, sent.hand)
    return "Đã gửi đề nghị phối hợp."


def _answer(sent: Sent) -> str:
    answer_request(sent.thing(UnitRequest), sent.facts["answer"], sent.hand, proofs=sent.proofs)
    return "Đã trả lời đề nghị."


def _decline(sent: Sent) -> str:
    decline_request(sent.thing(UnitRequest), sent.facts["reason"], sent.hand)
    return "Đã trả lại đề nghị."


def _again(sent: Sent) -> str:
    want_again(sent.thing(UnitRequest), sent.facts["reason"], sent.hand, due_on=sent.facts["due_on"])
    return "Đã đề nghị làm lại."


def _fill(form: forms.Form, at: Situation, _about: Model | None) -> None:
    """First the units that the plan names as helpers, then all others of today."""
    chooser, roster = form.fields["unit"], Roster.on(at.day)
    named = units_named(at.task, at.day)
    helpers = named[Assignment.Role.COOPERATOR]
    units = {unit: body_name(version) for unit, version in roster.units.items() if unit not in at.part.leads}
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = [
            ("Phối hợp theo kế hoạch", [(str(unit), name) for unit, name in units.items() if unit in helpers]),
            ("Đơn vị khác", [(str(unit), name) for unit, name in units.items() if unit not in helpers]),
        ]


def _asked_of_us(at: Situation, request: Model | None) -> bool:
    return isinstance(request, UnitRequest) and request.asked_id in at.part.asked


DOINGS = (
    Doing(
        slug="phoi-hop",
        title="Đề nghị đơn vị phối hợp",
        button="Gửi đề nghị",
        form=AskUnitForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_ask,
        fill=_fill,
    ),
    Doing(
        slug="tra-loi",
        title="Trả lời đề nghị phối hợp",
        button="Gửi trả lời",
        form=AnswerForm,
        whose="đơn vị được đề nghị",
        may=_asked_of_us,
        act=_answer,
        about=UnitRequest,
    ),
    Doing(
        slug="tu-choi",
        title="Trả lại đề nghị phối hợp",
        button="Trả lại đề nghị",
        form=ReasonForm,
        whose="đơn vị được đề nghị",
        may=_asked_of_us,
        act=_decline,
        about=UnitRequest,
        is_dangerous=True,
    ),
    Doing(
        slug="lam-lai",
        title="Đề nghị làm lại",
        button="Gửi yêu cầu làm lại",
        form=AgainForm,
        whose="đơn vị chủ trì",
        may=lambda at, _about: at.part.leads,
        act=_again,
        about=UnitRequest,
    ),
)
