"""Say that a point to settle before signing was seen."""

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.models import Finding


def see(finding: Finding, *, by: Account) -> None:
    """Whoever saw it first stays. Raises NotAllowed, ProgrammeClosed."""
    require_editor(finding.programme, by)
    Finding.objects.filter(pk=finding.pk, seen_at__isnull=True).update(seen_by=by, seen_at=timezone.now())
