"""The deadline of a task, product or duty as a person wants it: the old one is superseded, never overwritten."""

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.refusals import NoDay
from tinhso.steering.programmes.editing.wanted import WantedDeadline
from tinhso.steering.programmes.models import Deadline, Deliverable, Duty, Programme, Task

#: Basis → what the row says that the words name.
_KINDS = {
    Deadline.Basis.EXPLICIT: Deadline.Kind.DATE,
    Deadline.Basis.EVENT: Deadline.Kind.EVENT,
    Deadline.Basis.RECURRING: Deadline.Kind.RECURRING,
}
_DATED = (Deadline.Basis.EXPLICIT, Deadline.Basis.MONTH, Deadline.Basis.PRODUCTS)


def set_deadline(item: Task | Deliverable | Duty, wanted: WantedDeadline, *, by: Account) -> None:
    """Supersede the deadline in force unless it already says so, and repeat the day in the item's own columns.

    Raises NoDay when the basis needs a day and has none.
    """
    present = item.deadlines.in_force().first()
    wanted = _with_day(wanted, item.programme)
    if _says(present) == (wanted.basis, wanted.due_on, wanted.before, wanted.wording):
        return
    if present is not None:
        Deadline.objects.filter(pk=present.pk).update(superseded_at=timezone.now(), version=present.version + 1)
    if wanted.basis:
        _create(item, wanted, by)
    _repeat(item, wanted)


def _with_day(wanted: WantedDeadline, programme: Programme) -> WantedDeadline:
    if wanted.basis == Deadline.Basis.INFERRED:
        return WantedDeadline(basis=wanted.basis, due_on=programme.ends_on)
    if wanted.basis in _DATED and wanted.due_on is None:
        raise NoDay
    return wanted


def _says(deadline: Deadline | None) -> tuple[object, ...]:
    if deadline is None:
        return "", None, False, ""
    return deadline.basis, deadline.due_on, deadline.before, deadline.wording


def _create(item: Task | Deliverable | Duty, wanted: WantedDeadline, by: Account) -> None:
    Deadline.objects.create(
        programme=item.programme,
        position=0,
        kind=_KINDS.get(Deadline.Basis(wanted.basis), Deadline.Kind.NONE),
        basis=wanted.basis,
        due_on=wanted.due_on,
        before=wanted.before,
        wording=wanted.wording,
        **{str(item._meta.model_name): item},
        **corrected(by),
    )


def _repeat(item: Task | Deliverable | Duty, wanted: WantedDeadline) -> None:
    item.due_on = wanted.due_on
    if isinstance(item, Duty):
        # Without a day of its own, “before” is said of the day of the month.
        item.before = wanted.before if wanted.due_on else item.before
    else:
        item.due_before, item.due_basis = wanted.before, wanted.basis
    item.save()
