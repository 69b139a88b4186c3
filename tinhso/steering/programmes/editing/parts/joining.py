"""The deadline of a merged task: one that the plan states before one that was inferred, the later of two."""

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.editing.parts.deadlines import set_deadline
from tinhso.steering.programmes.editing.wanted import WantedDeadline
from tinhso.steering.programmes.models import Deadline, Task


def join_deadlines(kept: Task, item: Task, *, by: Account) -> None:
    """Give the task that stays the deadline of the other, where that one says more or ends later."""
    mine, theirs = kept.deadlines.in_force().first(), item.deadlines.in_force().first()
    if theirs is None or _weight(theirs) <= _weight(mine):
        return
    wanted = WantedDeadline(
        basis=theirs.basis, due_on=theirs.due_on, before=theirs.before, wording=theirs.wording or str(theirs)
    )
    set_deadline(kept, wanted, by=by)


def _weight(deadline: Deadline | None) -> tuple[bool, str]:
    if deadline is None:
        return False, ""
    stated = deadline.basis != Deadline.Basis.INFERRED
    return stated, deadline.due_on.isoformat() if deadline.due_on else ""
