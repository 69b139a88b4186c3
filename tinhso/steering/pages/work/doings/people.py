"""Work given to a person of the unit."""

from django import forms
from django.db.models import Model

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.steering.following.actions.give_work import (
    Order,
    accept_work,
    finish_work,
    give_work,
    move_work,
    return_work,
)
from tinhso.steering.following.models import PersonalWork
from tinhso.steering.following.reach import own_units, reach
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.choices import person_of
from tinhso.steering.pages.work.doing import Doing, Sent
from tinhso.steering.pages.work.forms import FinishForm, GiveForm, MoveForm, ReasonForm, WorkForm


def _give(sent: Sent) -> str:
    facts = sent.facts
    order = Order(person=person_of(facts["person"]), wanted=facts["wanted"], due_on=facts["due_on"])
    given = give_work(sent.at.task, order, sent.hand)
    return f"Đã giao việc cho {given.person}."


def _accept(sent: Sent) -> str:
    accept_work(sent.thing(PersonalWork), sent.hand)
    return "Đã nhận việc."


def _finish(sent: Sent) -> str:
    finish_work(sent.thing(PersonalWork), sent.hand, note=sent.facts["note"], proofs=sent.proofs)
    return "Đã báo xong việc được giao."


def _return(sent: Sent) -> str:
    return_work(sent.thing(PersonalWork), sent.facts["reason"], sent.hand)
    return "Đã trả lại việc."


def _move(sent: Sent) -> str:
    moved = move_work(sent.thing(PersonalWork), person_of(sent.facts["person"]), sent.hand, note=sent.facts["note"])
    return f"Đã chuyển việc cho {moved.person}."


def _fill(form: forms.Form, at: Situation, _about: Model | None) -> None:
    chooser = form.fields["person"]
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = [(each.username, f"{each.display_name} ({each.username})") for each in _colleagues(at)]


def _colleagues(at: Situation) -> list[Account]:
    """Whoever reports for the units through which the person works on the task."""
    ours = at.part.works | frozenset(own_units(at.account, Verb.REPORT, at.day))
    served = RoleAssignment.objects.granting(Verb.REPORT).valid_on(at.day).filter(unit__in=ours)
    return list(Account.objects.filter(is_active=True, pk__in=served.values("account")))


def _given_to_me(at: Situation, given: Model | None) -> bool:
    return isinstance(given, PersonalWork) and given.person_id == at.account.pk


def _of_our_unit(at: Situation, given: Model | None) -> bool:
    return isinstance(given, PersonalWork) and given.unit_id in reach(at.account, Verb.REPORT, at.day)


DOINGS = (
    Doing(
        slug="giao-viec",
        title="Giao việc cho cá nhân",
        button="Giao việc",
        form=GiveForm,
        whose="đơn vị chủ trì, phối hợp",
        may=lambda at, _about: at.part.works,
        act=_give,
        fill=_fill,
    ),
    Doing(
        slug="nhan-viec",
        title="Nhận việc được giao",
        button="Nhận việc",
        form=WorkForm,
        whose="người được giao",
        may=_given_to_me,
        act=_accept,
        about=PersonalWork,
    ),
    Doing(
        slug="xong-viec",
        title="Báo xong việc được giao",
        button="Báo xong",
        form=FinishForm,
        whose="người được giao",
        may=_given_to_me,
        act=_finish,
        about=PersonalWork,
    ),
    Doing(
        slug="tra-viec",
        title="Trả lại việc được giao",
        button="Trả lại việc",
        form=ReasonForm,
        whose="người được giao",
        may=_given_to_me,
        act=_return,
        about=PersonalWork,
        is_dangerous=True,
    ),
    Doing(
        slug="chuyen-viec",
        title="Chuyển việc cho người khác",
        button="Chuyển việc",
        form=MoveForm,
        whose="đơn vị đã giao",
        may=_of_our_unit,
        act=_move,
        about=PersonalWork,
        fill=_fill,
    ),
)
