"""The panels of a task's page: what waits for the person, what he may do, what people have done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

from tinhso.lib.dates import write_date
from tinhso.steering.following.models import (
    Comment,
    Completion,
    Deed,
    Extension,
    PersonalWork,
    ProgressEntry,
    UnitRequest,
)
from tinhso.steering.following.naming import Names, names_of_time
from tinhso.steering.following.situation import Situation, situation
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.work.doing import Doing
from tinhso.steering.pages.work.doings import DOINGS
from tinhso.steering.pages.work.forms import ProgressForm, TextForm
from tinhso.steering.pages.work.history import Line, history
from tinhso.steering.programmes.models import Task

State = Completion.State


@dataclass(frozen=True, slots=True)
class Button:
    """A verb as it stands beside what it is about; ``at_once`` asks nothing further."""

    doing: Doing
    about: int | None = None
    at_once: bool = False
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the person, with what he may answer; the first button is the usual one."""

    words: str
    detail: str
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of progress: its unit's name of that time, its return, and what the person may do with it."""

    entry: ProgressEntry
    unit: str
    returned: Deed | None
    may_correct: bool
    may_return: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that the templates of work on a task ask for."""

    at: Situation
    names: Names
    waiting: list[Waiting]
    further: list[Button]
    progress: ProgressForm | None
    speech: TextForm | None

    def called(self, deed: Deed) -> str:
        """The unit of a deed, by its name of that time."""
        return self.names.get((deed.unit_id or 0, deed.day), "")

    def lines(self) -> list[Line]:
        """Everything that has happened to the task, the newest first."""
        return history(self.at, self.names)

    def entries(self) -> Iterator[Said]:
        """Progress with the unit's name, why it was returned, and what the person may do with it."""
        at = self.at
        mine = at.part.works if at.is_open_to_work else frozenset()
        returns = {deed.about_id: deed for deed in at.deeds if deed.kind == Deed.Kind.PROGRESS_RETURNED}
        anew = {entry.pk for entry, _deed in at.to_say_anew}
        judged = at.is_open_to_work and at.completion is None
        for entry in at.entries:
            may_correct = entry.unit_id in mine and (not entry.is_returned or entry.pk in anew)
            may_return = judged and not entry.is_returned and at.is_mine_to_judge(entry)
            yield Said(entry, self.called(entry), returns.get(entry.pk), may_correct, may_return)

    def comments(self) -> Iterator[tuple[Comment, str, bool]]:
        """What was said, the speaker's unit, whether the person may change it."""
        for said in self.at.comments:
            yield said, self.called(said), said.account_id == self.at.account.pk and self.at.is_open_to_work

    def requests(self) -> Iterator[tuple[UnitRequest, str]]:
        """What was asked of units, with their names."""
        for request in self.at.requests:
            yield request, self.names.get((request.asked_id, request.day), "")


def panel(task: Task, about: Asked) -> Panel:
    """For the task of a page, fetched with its programme."""
    at = situation(task, about.account, about.today)
    pairs = [(deed.unit_id, deed.day) for deed in at.deeds]
    asked = [(request.asked_id, request.day) for request in at.requests]
    writes = at.is_open_to_work and bool(at.part.works) and at.completion is None
    return Panel(
        at,
        names_of_time([*pairs, *asked]),
        waiting=list(_waiting(at)) if at.is_open_to_work else [],
        further=list(_further(at)) if at.is_open_to_work else [],
        progress=_progress_form() if writes else None,
        speech=TextForm(auto_id="speech_%s") if at.part.speaks and at.is_open_to_work else None,
    )


def _waiting(at: Situation) -> Iterator[Waiting]:
    yield from _for_head(at)
    yield from _for_whoever_watches(at)
    yield from _for_me(at)


def _for_head(at: Situation) -> Iterator[Waiting]:
    for entry in at.entries:
        if entry.for_head and at.is_mine_to_judge(entry):
            words = f"{entry.who} cập nhật tiến độ, chờ bạn duyệt"
            yield _offer(words, entry.note, _now("duyet-tien-do", entry.pk), _ask("tra-lai-tien-do", entry.pk))
    for extension in at.extensions:
        if extension.state == Extension.State.FOR_HEAD and at.is_mine_to_judge(extension):
            words = f"{extension.who} xin gia hạn đến {write_date(extension.asked_on)}, chờ bạn duyệt"
            yield _offer(words, extension.note, _now("duyet-gia-han", extension.pk))
    claim = at.completion
    if claim and claim.state == State.FOR_HEAD and at.is_mine_to_judge(claim):
        words = f"{claim.who} báo hoàn thành ngày {write_date(claim.day)}, chờ bạn duyệt"
        yield _offer(words, claim.note, _now("duyet-hoan-thanh", claim.pk), _ask("tra-lai", claim.pk))


def _for_whoever_watches(at: Situation) -> Iterator[Waiting]:
    claim = at.completion
    if claim and claim.state == State.CLAIMED and at.is_mine_to_confirm(claim):
        words = f"{claim.who} báo hoàn thành ngày {write_date(claim.day)}, chờ bạn xác nhận"
        yield _offer(words, claim.note, _now("xac-nhan", claim.pk), _ask("tra-lai", claim.pk))
    for extension in at.extensions:
        if extension.state == Extension.State.WAITING and at.is_mine_to_decide(extension):
            words = f"{extension.who} xin gia hạn đến {write_date(extension.asked_on)}"
            yield _offer(words, extension.note, _ask("quyet-dinh-gia-han", extension.pk))


def _for_me(at: Situation) -> Iterator[Waiting]:
    for entry, deed in at.to_say_anew:
        if entry.unit_id in at.part.works and deed.account_id != at.account.pk and at.completion is None:
            words = f"{deed.who} trả lại cập nhật ngày {write_date(entry.day)} của {entry.account}"
            yield _offer(words, deed.note, _ask("sua-tien-do", entry.pk))
    for work in at.works:
        if work.person_id == at.account.pk and work.state in PersonalWork.OPEN:
            due = f", hạn {write_date(work.due_on)}" if work.due_on else ""
            take = (_now("nhan-viec", work.pk),) if work.state == PersonalWork.State.GIVEN else ()
            yield _offer(
                f"{work.who} giao bạn{due}", work.note, *take, _ask("xong-viec", work.pk), _ask("tra-viec", work.pk)
            )
    for request in at.requests:
        if request.state == UnitRequest.State.WAITING and request.asked_id in at.part.asked:
            words = f"{request.who} đề nghị phối hợp, hạn {write_date(request.due_on)}"
            yield _offer(words, request.note, _ask("tra-loi", request.pk), _ask("tu-choi", request.pk))


def _further(at: Situation) -> Iterator[Button]:
    """What the person may also do, the usual first."""
    if at.completion is not None:
        if at.part.leads or at.part.confirms:
            yield Button(DOINGS["mo-lai"])
        return
    if at.part.leads and not at.task.standing:
        yield Button(DOINGS["hoan-thanh"])
    if at.part.leads or at.part.judges:
        yield from (Button(DOINGS["su-kien"], deadline.deliverable_id) for deadline in at.awaited)
    if at.part.judges:
        yield Button(DOINGS["nhac"])
    if at.part.works:
        yield Button(DOINGS["giao-viec"])
    if at.part.leads:
        yield from _further_of_the_lead(at)


def _further_of_the_lead(at: Situation) -> Iterator[Button]:
    yield Button(DOINGS["phoi-hop"])
    dated = at.task.due_on is not None or any(each.due_on for each in at.deliverables)
    asked = any(each.state in Extension.OPEN for each in at.extensions)
    if dated and not asked and not at.task.standing:
        yield Button(DOINGS["gia-han"])


def _offer(words: str, detail: str, *buttons: Button) -> Waiting:
    return Waiting(words, detail, buttons)


def _now(slug: str, about: int) -> Button:
    return Button(DOINGS[slug], about, at_once=True)


def _ask(slug: str, about: int | None) -> Button:
    return Button(DOINGS[slug], about)


def _progress_form() -> ProgressForm:
    """Without "không thay đổi", which has a button of its own."""
    form = ProgressForm(initial={"said": ProgressEntry.Said.DOING})
    chooser = form.fields["said"]
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = [choice for choice in ProgressEntry.Said.choices if choice[0] != ProgressEntry.Said.UNCHANGED]
    return form
