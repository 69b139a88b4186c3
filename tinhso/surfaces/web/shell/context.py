"""What the shell says on every page: where we are, who you are, where you may go."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.standing import Standing, standing
from tinhso.kernel.organisations.edition import kept_for_edition
from tinhso.kernel.organisations.models import Kind, UnitVersion
from tinhso.surfaces.web.shell.administration import Tile, own_tiles
from tinhso.surfaces.web.shell.navigation import PLACES_ON_PHONE, Shown, shown


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as written at the top right."""

    name: str
    office: str
    initials: str


class Shell:
    """Asked by the templates; each part costs its queries only when it is shown."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def province(self) -> str:
        """The name of the province whose organisations are kept here."""
        return _province_name()

    def person(self) -> Person | None:
        """Nobody before the sign-in."""
        account = self.request.user
        if not isinstance(account, Account):
            return None
        letters = [word[0] for word in account.display_name.partition("(")[0].split()]
        held = standing(account)
        givers = dict.fromkeys(lent.held.account.display_name for lent in held.lent)
        office = " · ".join([_office(held), *(f"thay mặt {giver}" for giver in givers)])
        return Person(account.display_name, office, "".join(letters[-2:]).upper())

    @cached_property
    def navigation(self) -> list[Shown]:
        """The words at the left."""
        return shown(self.request)

    @cached_property
    def administers(self) -> bool:
        """Whether Quản trị stands at the left; to others its pages are in the menu under the name."""
        return any(word.address == reverse("web:administration") for word in self.navigation)

    def own_places(self) -> list[Tile]:
        """What stands in the menu under the name beside the account."""
        return own_tiles(self.request)

    def bar(self) -> list[Shown]:
        """The places of the bar below, on a phone."""
        words = self.navigation
        return words if len(words) <= PLACES_ON_PHONE else words[: PLACES_ON_PHONE - 1]

    def beyond_bar(self) -> list[Shown]:
        """What stands under "Thêm" there."""
        words = self.navigation
        return [] if len(words) <= PLACES_ON_PHONE else words[PLACES_ON_PHONE - 1 :]


def shell(request: HttpRequest) -> dict[str, Shell]:
    """The context processor."""
    return {"shell": Shell(request)}


def _office(held: Standing) -> str:
    if not held.roles:
        return "Chưa được giao vai trò"
    first = held.roles[0]
    place = _unit_name(first)
    if first.post:
        return first.post.called(place)
    return " · ".join(word for word in (str(first.get_role_display()), place) if word)


def _unit_name(held: RoleAssignment) -> str:
    return _names_on(timezone.localdate()).get(held.unit_id, "") if held.unit_id else ""


@kept_for_edition
def _names_on(day: date) -> dict[int, str]:
    """Each unit's last name up to the day, short where it has a short one."""
    versions = UnitVersion.objects.filter(valid_from__lte=day).order_by("valid_from")
    return {version.unit_id: version.short_name or version.name for version in versions}


@kept_for_edition
def _province_name() -> str:
    version = UnitVersion.objects.of_kinds(Kind.PROVINCE).order_by("valid_from", "id").first()
    return version.name if version else ""
