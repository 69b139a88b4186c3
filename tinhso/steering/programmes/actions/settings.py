"""Keep the settings of a programme."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import fold, nfc
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.refusals import ChangedMeanwhile, NoName, SettingRefused, WrongPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What may be set of a programme; the fields are the programme's own."""

    name: str
    coordinating_unit: Unit | None
    starts_on: date
    ends_on: date
    named_day_is_late: bool
    confirmer: str
    head_approves: bool
    reminder_days: int
    silence_days: int


def change_settings(programme: Programme, wanted: Settings, *, by: Account, version: int) -> None:
    """Save them all. Days that the reader inferred from the plan's end stay as they were made.

    ``version`` is the programme's as the person saw it. Raises NotAllowed, NoName, WrongPeriod, SettingRefused,
    ChangedMeanwhile.
    """
    standing(by).require(Verb.SET_PROGRAMME)
    name = nfc(wanted.name)
    columns = {field: getattr(wanted, field) for field in Settings.__slots__} | {"name": name}
    _refuse_mistakes(Programme(code=programme.code, **columns))
    columns["folded"] = fold(f"{programme.code} {name}")
    with transaction.atomic():
        same = Programme.objects.filter(pk=programme.pk, version=version)
        if not same.update(version=F("version") + 1, **columns):
            theirs = Programme.objects.values_list("version", flat=True).get(pk=programme.pk)
            raise ChangedMeanwhile(mine=version, theirs=theirs)
    programme.refresh_from_db()


def _refuse_mistakes(drafted: Programme) -> None:
    if not drafted.name:
        raise NoName
    if drafted.ends_on < drafted.starts_on:
        raise WrongPeriod
    try:
        drafted.clean_fields(exclude=("code", "document", "folded", "created_by"))
        drafted.validate_constraints(exclude=("code", "document"))
    except ValidationError as mistake:
        raise SettingRefused(why=" ".join(mistake.messages)) from mistake
