"""The deeds that can be done for many tasks: who may at all, what is asked, what is done with one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.following.actions.complete_task import confirm_completion
from tinhso.steering.following.actions.discuss import comment
from tinhso.steering.following.actions.give_work import Order, give_work
from tinhso.steering.following.actions.remind_lead import remind_lead, reminded
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion
from tinhso.steering.following.reach import reach
from tinhso.steering.pages.bulk.forms import CommentForm, GiveForm, NoteForm, NothingForm, ProgressForm, RemindForm
from tinhso.steering.pages.bulk.refusals import AcceptedAlready, NothingClaimed
from tinhso.steering.programmes.actions.accept import accept
from tinhso.steering.programmes.models import Task

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BulkDeed:
    """``verbs``: one of them is needed to be offered it; each task's own rights are judged by the action. ``tells``:
    the units that get a notice, where the preview is to say so."""

    key: str
    label: str
    verbs: tuple[Verb, ...]
    form: type[forms.Form]
    do: Callable[[Task, Facts, Hand], object]
    tells: Callable[[Task, date], frozenset[int]] | None = None

    def is_offered(self, account: Account) -> bool:
        """Whether the person may do such a thing at all."""
        return any(standing(account).may(verb) for verb in self.verbs)


def colleagues(account: Account, hand: Hand) -> list[Account]:
    """Who serves the units for which the person reports."""
    units = reach(account, Verb.REPORT, hand.today)
    served = RoleAssignment.objects.granting(Verb.REPORT).valid_on(hand.today).filter(unit__in=units)
    return list(Account.objects.filter(is_active=True, pk__in=served.values("account")))


def offered(account: Account) -> list[BulkDeed]:
    """The deeds that the list offers this person."""
    return [deed for deed in DEEDS if deed.is_offered(account)]


def _accept(task: Task, facts: Facts, hand: Hand) -> None:
    if not task.is_proposed:
        raise AcceptedAlready
    accept(task, by=hand.by, version=task.version)


def _give(task: Task, facts: Facts, hand: Hand) -> None:
    person = Account.objects.get(username=facts["person"])
    give_work(task, Order(person=person, wanted=facts["wanted"], due_on=facts["due_on"]), hand)


def _progress(task: Task, facts: Facts, hand: Hand) -> None:
    report_progress(task, Progress(said=facts["said"], note=facts["note"]), hand)


def _comment(task: Task, facts: Facts, hand: Hand) -> None:
    comment(task, facts["text"], hand)


def _remind(task: Task, facts: Facts, hand: Hand) -> None:
    remind_lead(task, facts["words"], hand)


def _confirm(task: Task, facts: Facts, hand: Hand) -> None:
    claim = Completion.objects.unconfirmed().filter(task=task).first()
    if claim is None:
        raise NothingClaimed
    confirm_completion(claim, hand, note=facts["note"])


_WORKERS = (Verb.REPORT, Verb.CONFIRM)
DEEDS = (
    BulkDeed("chap-nhan", "Chấp nhận đề xuất tự động", (Verb.ACCEPT_ITEMS,), NothingForm, _accept),
    BulkDeed("giao", "Giao cho một người", (Verb.REPORT,), GiveForm, _give),
    BulkDeed("tien-do", "Cập nhật tiến độ giống nhau", (Verb.REPORT,), ProgressForm, _progress),
    BulkDeed("trao-doi", "Đề nghị báo cáo, trao đổi", _WORKERS, CommentForm, _comment),
    BulkDeed("nhac", "Nhắc đơn vị chủ trì", (Verb.CONFIRM,), RemindForm, _remind, tells=reminded),
    BulkDeed("xac-nhan", "Xác nhận hoàn thành", (Verb.CONFIRM, Verb.APPROVE_REPORT), NoteForm, _confirm),
)
