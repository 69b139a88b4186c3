"""Work given inside a unit to one of its people."""

from datetime import date

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.steering.api.work.deed_shapes import DeedStanding, standing
from tinhso.steering.api.work.proofs import EvidenceSent, proofs_of
from tinhso.steering.api.work.seen import hand, seen_deed, seen_task
from tinhso.steering.following.actions.give_work import (
    Order,
    accept_work,
    finish_work,
    give_work,
    move_work,
    return_work,
)
from tinhso.steering.following.models import PersonalWork
from tinhso.surfaces.api.shapes import Sent

router = Router()


class OrderSent(Sent):
    """Who shall do what, by when."""

    person: str = Field(max_length=60, description="Tên đăng nhập. A username.")
    wanted: str = Field(min_length=1, max_length=20_000)
    due_on: date | None = None


class DoneSent(Sent):
    """What was done."""

    note: str = Field("", max_length=20_000)
    evidence: list[EvidenceSent] = Field([], max_length=20)


class ReasonSent(Sent):
    """Why."""

    reason: str = Field(min_length=1, max_length=20_000)


class MoveSent(Sent):
    """Who goes on with it."""

    person: str = Field(max_length=60, description="Tên đăng nhập. A username.")
    note: str = Field("", max_length=20_000)


@router.post(
    "/tasks/{int:task}/personal-work",
    response={201: DeedStanding},
    url_name="give_work",
    summary="Giao việc cho cá nhân",
)
def send_order(request: HttpRequest, task: int, sent: OrderSent) -> Status[DeedStanding]:
    """To somebody of the own unit."""
    order = Order(person=_person(sent.person), wanted=sent.wanted, due_on=sent.due_on)
    return Status(201, _shown(give_work(seen_task(request, task), order, hand(request))))


@router.post("/personal-work/{int:deed}/acceptance", response=DeedStanding, url_name="accept_work", summary="Nhận việc")
def send_acceptance(request: HttpRequest, deed: int) -> DeedStanding:
    """By the person it was given to."""
    return _shown(accept_work(seen_deed(request, PersonalWork, deed), hand(request)))


@router.post("/personal-work/{int:deed}/completion", response=DeedStanding, url_name="finish_work", summary="Báo xong")
def send_done(request: HttpRequest, deed: int, sent: DoneSent) -> DeedStanding:
    """By the person it was given to."""
    given, proofs = seen_deed(request, PersonalWork, deed), proofs_of(request, sent.evidence)
    return _shown(finish_work(given, hand(request), note=sent.note, proofs=proofs))


@router.post("/personal-work/{int:deed}/return", response=DeedStanding, url_name="return_work", summary="Trả lại việc")
def send_return(request: HttpRequest, deed: int, sent: ReasonSent) -> DeedStanding:
    """By the person it was given to, with a reason."""
    return _shown(return_work(seen_deed(request, PersonalWork, deed), sent.reason, hand(request)))


@router.post("/personal-work/{int:deed}/move", response=DeedStanding, url_name="move_work", summary="Chuyển việc")
def send_move(request: HttpRequest, deed: int, sent: MoveSent) -> DeedStanding:
    """To another person of the unit."""
    given = seen_deed(request, PersonalWork, deed)
    return _shown(move_work(given, _person(sent.person), hand(request), note=sent.note))


def _person(username: str) -> Account:
    return get_object_or_404(Account, username=username.strip().lower(), is_active=True)


def _shown(given: PersonalWork) -> DeedStanding:
    return standing(given, given.state)
