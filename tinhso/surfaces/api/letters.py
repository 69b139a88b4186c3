"""Cách nhận thư nhắc: how letters reach the caller."""

import re
from datetime import time
from typing import Annotated

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import BeforeValidator, Field, WithJsonSchema, field_validator

from tinhso.kernel.accounts.standing import person
from tinhso.kernel.mail.kinds import letter_kinds
from tinhso.kernel.mail.models import MailWishes
from tinhso.kernel.mail.wishing import save_wishes
from tinhso.kernel.mail.writing import wishes_of
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.refusals import LettersImpossible, VersionPassed
from tinhso.surfaces.api.shapes import Sent

router = Router()
_CLOCK = re.compile(r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")


def _as_on_a_clock(said: object) -> object:
    if isinstance(said, time) or (isinstance(said, str) and _CLOCK.match(said)):
        return said
    raise ValueError("Ghi giờ như 07:30.")


#: An hour of the day here; JSON Schema's own "time" wants an offset.
Clock = Annotated[
    time,
    BeforeValidator(_as_on_a_clock),
    WithJsonSchema({"type": "string", "pattern": _CLOCK.pattern, "example": "07:30"}),
]
_WISHES = {
    "by_mail": True,
    "pace": "urgent",
    "without": [],
    "digest_at": "07:30:00",
    "quiet_from": "18:00:00",
    "quiet_until": "07:00:00",
    "quiet_days_off": True,
}


class WishesShown(Schema):
    """What the caller wants of letters; the page Thông báo tells everything in any case."""

    model_config = shown_as({**_WISHES, "kinds": ["overdue", "due"], "version": 3})

    by_mail: bool
    pace: str = Field(description="daily, urgent, all")
    without: list[str] = Field(description="Loại không gửi thư. Kinds of which no letter is sent.")
    digest_at: Clock
    quiet_from: Clock
    quiet_until: Clock
    quiet_days_off: bool
    kinds: list[str] = Field(description="Mọi loại. All kinds that there are.")
    version: int


class WishesSent(Sent):
    """All of it at once."""

    model_config = {**Sent.model_config, **shown_as(_WISHES)}

    by_mail: bool
    pace: MailWishes.Pace
    without: list[str] = Field(max_length=100)
    digest_at: Clock
    quiet_from: Clock
    quiet_until: Clock
    quiet_days_off: bool

    @field_validator("without")
    @classmethod
    def are_known(cls, kinds: list[str]) -> list[str]:
        """Only kinds that there are, each once."""
        known = [kind.code for kind in letter_kinds()]
        if strange := sorted(set(kinds) - set(known)):
            raise ValueError(f"Không có loại “{strange[0][:40]}”.")
        return [code for code in known if code in kinds]


@router.get("/letter-wishes", response=WishesShown, url_name="letter_wishes", summary="Cách nhận thư nhắc")
def get_wishes(request: HttpRequest, *, response: HttpResponse) -> WishesShown:
    """The caller's own."""
    return _shown(response, wishes_of(person(request)))


@router.put(
    "/letter-wishes",
    response=WishesShown,
    url_name="save_letter_wishes",
    summary="Đặt cách nhận thư nhắc",
    openapi_extra=IF_MATCH,
)
def put_wishes(request: HttpRequest, *, response: HttpResponse, sent: WishesSent) -> WishesShown:
    """From the next letter on."""
    seen, row = wanted_version(request), wishes_of(person(request))
    with transaction.atomic():
        stands = MailWishes.objects.select_for_update().get(pk=row.pk)
        if stands.version != seen:
            raise VersionPassed
        for name, value in sent.dict().items():
            setattr(stands, name, value)
        _refuse_impossible(stands)
        save_wishes(stands)
    return _shown(response, wishes_of(person(request)))


def _refuse_impossible(wanted: MailWishes) -> None:
    try:
        wanted.validate_constraints()
    except ValidationError as refusal:
        raise LettersImpossible(why=" ".join(refusal.messages)) from refusal


def _shown(response: HttpResponse, row: MailWishes) -> WishesShown:
    show_version(response, row.version)
    names = set(WishesShown.model_fields) - {"kinds"}
    return WishesShown(**{name: getattr(row, name) for name in names}, kinds=[each.code for each in letter_kinds()])
