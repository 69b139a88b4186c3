"""What is decided about a programme as a whole: how strict its checks of reports are, what of it anybody may read."""

from collections.abc import Iterable
from zlib import crc32

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.api.parts import refuse_foreign
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.programmes.actions.make_public import PAGE, make_public, public_keys
from tinhso.steering.programmes.models import Indicator, Programme
from tinhso.steering.reporting.actions.set_checks import set_checks, severities_in, told
from tinhso.steering.reporting.models.checks import Check, Severity
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_CHECKS = {"unsaid": "block", "over_whole": "block", "jump": "warn"}
#: What never stands.
_PASSED = frozenset({-1})
_PUBLIC = {"page": True, "indicators": [3, 5]}


class ChecksShown(Schema):
    """Check → warn or block; the ETag is of all of them."""

    model_config = shown_as({"checks": _CHECKS})

    checks: dict[Check, Severity]


class ChecksSent(Sent):
    """Those that change; the others stay."""

    model_config = {**Sent.model_config, **shown_as({"checks": _CHECKS})}

    checks: dict[Check, Severity] = Field(min_length=1)


class PublicShown(Schema):
    """What anybody may read; nothing of it while there is no public page."""

    model_config = shown_as(_PUBLIC)

    page: bool = Field(description="Có trang công khai. There is a public page.")
    indicators: list[int]


class PublicSent(Sent):
    """All of it: an indicator that is not named is public no more."""

    model_config = {**Sent.model_config, **shown_as({"page": True, "indicators": []})}

    page: bool
    indicators: list[int] = Field(max_length=5_000)


@router.get("/{int:programme}/checks", response=ChecksShown, url_name="checks", summary="Mức kiểm tra báo cáo")
def get_checks(request: HttpRequest, programme: int, *, response: HttpResponse) -> ChecksShown:
    """For whoever may set them."""
    return _checks(response, _asked(request, programme)[0])


@router.put(
    "/{int:programme}/checks",
    response=ChecksShown,
    url_name="set_checks",
    summary="Đặt mức kiểm tra báo cáo",
    openapi_extra=IF_MATCH,
)
def put_checks(request: HttpRequest, programme: int, *, response: HttpResponse, sent: ChecksSent) -> ChecksShown:
    """From the next report sent on."""
    found, by = _asked(request, programme)
    stands = told(severities_in(found))
    set_checks(found, sent.checks, by=by, seen=stands if wanted_version(request) == _version(stands) else "passed")
    return _checks(response, found)


@router.get("/{int:programme}/public", response=PublicShown, url_name="public", summary="Những gì công khai")
def get_public(request: HttpRequest, programme: int, *, response: HttpResponse) -> PublicShown:
    """For whoever may set it."""
    return _public(response, _asked(request, programme)[0])


@router.put(
    "/{int:programme}/public",
    response=PublicShown,
    url_name="make_public",
    summary="Đặt những gì công khai",
    openapi_extra=IF_MATCH,
)
def put_public(request: HttpRequest, programme: int, *, response: HttpResponse, sent: PublicSent) -> PublicShown:
    """At once."""
    found, by = _asked(request, programme)
    refuse_foreign(sent.indicators, Indicator.objects.current().filter(programme=found).values_list("pk", flat=True))
    stands, wanted = public_keys(found), {*sent.indicators, *({PAGE} if sent.page else ())}
    make_public(found, wanted, by=by, seen=stands if wanted_version(request) == _version_of(stands) else _PASSED)
    return _public(response, found)


def _asked(request: HttpRequest, programme: int) -> tuple[Programme, Account]:
    return seen_programme(request, programme), require(request, Verb.SET_PROGRAMME)


def _checks(response: HttpResponse, programme: Programme) -> ChecksShown:
    stands = severities_in(programme)
    show_version(response, _version(told(stands)))
    return ChecksShown(checks=stands)


def _public(response: HttpResponse, programme: Programme) -> PublicShown:
    keys = public_keys(programme)
    show_version(response, _version_of(keys))
    return PublicShown(page=PAGE in keys, indicators=sorted(keys - {PAGE}))


def _version_of(keys: Iterable[int]) -> int:
    return _version(",".join(map(str, sorted(keys))))


def _version(words: str) -> int:
    """A number for rows that count no versions: the same as long as they say the same."""
    return crc32(words.encode())
