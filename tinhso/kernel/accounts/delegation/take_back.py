"""Take a delegation back, at once."""

from django.utils import timezone

from tinhso.kernel.accounts.delegation.delegate import keeps
from tinhso.kernel.accounts.delegation.models import Delegation
from tinhso.kernel.accounts.delegation.refusals import NotYours
from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import nfc


def take_back(delegation: Delegation, *, by: Account, reason: str = "") -> bool:
    """Whether it was still to be taken back; it gives no right from now on. Raises NotYours."""
    held = delegation.held
    if held.account_id != by.pk and not keeps(by, held.unit):
        raise NotYours
    today = timezone.localdate()
    standing_ones = Delegation.objects.not_over(today).filter(pk=delegation.pk)
    return bool(standing_ones.update(taken_back_on=today, taken_back_by=by, taking_back_reason=nfc(reason)[:255]))
