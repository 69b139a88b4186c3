"""A verb of a task's page: who may, what is asked, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.db.models import Model

from tinhso.steering.following.evidencing import Proof
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Deed
from tinhso.steering.following.situation import Situation
from tinhso.steering.pages.work.forms import WorkForm

Thing = TypeVar("Thing", bound=Model)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was filled in well, by whom, about which task and, where the verb needs one, which thing of it."""

    at: Situation
    about: Model | None
    hand: Hand
    facts: dict[str, Any]
    proofs: tuple[Proof, ...] = ()

    def thing(self, model: type[Thing]) -> Thing:
        """What the verb is about, which is a row of the model that the verb names."""
        if not isinstance(self.about, model):
            raise TypeError(self.about)
        return self.about


Fill = Callable[[forms.Form, Situation, Model | None], None]


def nothing_to_fill(form: forms.Form, at: Situation, about: Model | None) -> None:
    """The form asks the same of everybody."""


def may_judge(at: Situation, about: Model | None) -> bool:
    """Whether the person approves this thing that a unit said, or sends it back."""
    return isinstance(about, Deed) and at.may_judge(about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One verb. ``about`` is the model whose row the address names by ``ve``; none where the task itself is enough.

    ``may`` is asked before the form is shown; the action asks again. ``whose`` finishes "việc này thuộc …".
    """

    slug: str
    title: str
    button: str
    form: type[WorkForm]
    whose: str
    may: Callable[[Situation, Model | None], object]
    act: Callable[[Sent], str]
    about: type[Model] | None = None
    about_optional: bool = False
    fill: Fill = nothing_to_fill
    is_dangerous: bool = False
