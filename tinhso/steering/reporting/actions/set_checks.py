"""Đặt mức kiểm tra báo cáo: whether each check warns or blocks in a programme."""

from collections.abc import Mapping

from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.models import Programme
from tinhso.steering.reporting.checking import severities_of
from tinhso.steering.reporting.models import CheckRule
from tinhso.steering.reporting.models.checks import USUAL, Check, Severity
from tinhso.steering.reporting.refusals import ChecksChanged


def severities_in(programme: Programme) -> dict[Check, Severity]:
    """What each check does; one query."""
    said = severities_of([programme.pk])
    return {check: Severity(said.get((programme.pk, check), USUAL[check])) for check in Check}


def told(severities: Mapping[Check, Severity]) -> str:
    """All of them in one word."""
    return ",".join(severities[check] for check in Check)


def set_checks(programme: Programme, wanted: Mapping[Check, Severity], *, by: Account, seen: str = "") -> None:
    """From the next sending on; ``seen`` is how they stood to the person, if he looked (``told``).

    Raises NotAllowed, ChecksChanged.
    """
    standing(by).require(Verb.SET_PROGRAMME)
    with transaction.atomic():
        Programme.objects.select_for_update().get(pk=programme.pk)
        stands = severities_in(programme)
        if seen and seen != told(stands):
            raise ChecksChanged
        for check, severity in wanted.items():
            if stands[check] != severity:
                facts = {"severity": severity}
                CheckRule.objects.update_or_create(programme=programme, check_name=check, defaults=facts)
