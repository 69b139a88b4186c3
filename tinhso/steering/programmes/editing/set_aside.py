"""Set aside a piece of the text that is no item."""

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.editing.permission import require_editor
from tinhso.steering.programmes.models import Unplaced


def set_aside(piece: Unplaced, *, by: Account) -> None:
    """Somebody looked at it and it is no item; whoever said so first stays. Raises NotAllowed, ProgrammeClosed."""
    require_editor(piece.programme, by)
    Unplaced.objects.waiting().filter(pk=piece.pk).update(set_aside_by=by, set_aside_at=timezone.now())
