"""Say that a point to settle before signing was seen."""

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.models import Finding


def see(finding: Finding, *, by: Account) -> None:
    """Whoever saw it first stays. Raises NotAllowed."""
    standing(by).require(Verb.ACCEPT_ITEMS)
    Finding.objects.filter(pk=finding.pk, seen_at__isnull=True).update(seen_by=by, seen_at=timezone.now())
