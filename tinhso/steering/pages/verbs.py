"""A verb with a page of its own: its form is shown; sent, it is done once, and what it is about is shown again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tinhso.kernel.accounts.models import Account
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.hands import Hand
from tinhso.steering.pages.work.forms import WorkForm

At = TypeVar("At")
_OK, _FORBIDDEN, _WRONG = 200, 403, 422


@dataclass(frozen=True, slots=True)
class Sent(Generic[At]):
    """A form that was filled in well, by whom, about what."""

    at: At
    hand: Hand
    form: WorkForm

    @property
    def words(self) -> str:
        """The reason or the note, where one is asked for."""
        said = self.form.cleaned_data
        return str(said.get("reason") or said.get("note") or "")


def _always(_at: object) -> bool:
    return True


def _nothing(_at: object) -> Mapping[str, object]:
    return {}


def _above(form: WorkForm, refusal: TinhsoError) -> None:
    form.add_error(None, refusal.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb(Generic[At]):
    """``act`` does it and says what was done; ``may`` tells whether it is offered as things stand, the action asks
    again. ``words`` stand above its form."""

    slug: str
    title: str
    button: str
    act: Callable[[Sent[At]], str]
    may: Callable[[At], object] = _always
    form: type[WorkForm] = WorkForm
    words: str = ""
    initial: Callable[[At], Mapping[str, Any]] = _nothing
    is_dangerous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the form: who fills it in, how it is shown again, where a refusal is told, and which page
    comes once it is done."""

    by: Account
    show: Callable[[WorkForm, int], HttpResponse]
    back: str
    tell: Callable[[WorkForm, TinhsoError], None] = _above


def perform(request: HttpRequest, verb: Verb[At], at: At, *, frame: Frame) -> HttpResponse:
    """The form; sent well, it is done. What nobody of his kind may do is raised, another refusal told in the form."""
    sent = request.POST if request.method == "POST" else None
    form = verb.form(sent, initial=dict(verb.initial(at)))
    if not form.is_valid():
        return frame.show(form, _WRONG if form.errors else _OK)
    try:
        messages.success(request, verb.act(Sent(at, Hand(frame.by, once=form.key()), form)))
    except TinhsoError as refusal:
        if refusal.status == _FORBIDDEN:
            raise
        frame.tell(form, refusal)
        return frame.show(form, refusal.status)
    return redirect(frame.back)
