"""Save a view, change it, delete it."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.text import nfc
from tinhso.steering.pages.views.models import SavedView
from tinhso.steering.pages.views.refusals import NotYourView, NoUnitToShareIn, ViewNameTaken
from tinhso.steering.programmes.models import Programme
from tinhso.steering.programmes.refusals import ChangedMeanwhile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a view is called and who shall see it among his own."""

    name: str
    sharing: str


def own_units(account: Account) -> list[int]:
    """The units at which the person holds a role, the first one first."""
    return [held.unit_id for held in standing(account).roles if held.unit_id]


def save_view(programme: Programme, query: str, wanted: Wanted, *, by: Account) -> SavedView:
    """A new view; the same sent twice is one. Raises NotAllowed, NoUnitToShareIn, ViewNameTaken."""
    facts = {"query": query, **_facts(wanted, by)}
    view, made = SavedView.objects.get_or_create(programme=programme, account=by, name=nfc(wanted.name), defaults=facts)
    if not made and any(getattr(view, name) != value for name, value in facts.items()):
        raise ViewNameTaken(name=view.name)
    return view


def change_view(view: SavedView, wanted: Wanted, *, version: int, by: Account) -> None:
    """Another name, other people. Raises NotYourView, NotAllowed, NoUnitToShareIn, ViewNameTaken, ChangedMeanwhile."""
    refuse_stranger(view, by)
    same = SavedView.objects.filter(pk=view.pk, version=version)
    try:
        with transaction.atomic():
            changed = same.update(name=nfc(wanted.name), version=F("version") + 1, **_facts(wanted, by))
    except IntegrityError as twice:
        raise ViewNameTaken(name=wanted.name) from twice
    if not changed:
        theirs = SavedView.objects.values_list("version", flat=True).get(pk=view.pk)
        raise ChangedMeanwhile(mine=version, theirs=theirs)


def delete_view(view: SavedView, *, by: Account) -> None:
    """It is gone for everybody who saw it; its address still works. Raises NotYourView."""
    refuse_stranger(view, by)
    view.delete()


def may_keep(view: SavedView, account: Account) -> bool:
    """Whether the person changes it: who made it, and for the whole programme also who sets the programme."""
    whole = view.sharing == SavedView.Sharing.PROGRAMME and standing(account).may(Verb.SET_PROGRAMME)
    return view.account_id == account.pk or whole


def refuse_stranger(view: SavedView, by: Account) -> None:
    """Raises NotYourView."""
    if not may_keep(view, by):
        raise NotYourView(whose=view.account.display_name)


def _facts(wanted: Wanted, by: Account) -> dict[str, object]:
    if wanted.sharing == SavedView.Sharing.PROGRAMME:
        standing(by).require(Verb.SET_PROGRAMME)
    if wanted.sharing != SavedView.Sharing.UNIT:
        return {"sharing": wanted.sharing, "unit_id": None}
    units = own_units(by)
    if not units:
        raise NoUnitToShareIn
    return {"sharing": wanted.sharing, "unit_id": units[0]}
