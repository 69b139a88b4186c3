"""The products of a task as a person wants them."""

from collections.abc import Sequence

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.claiming import corrected
from tinhso.steering.programmes.editing.parts.deadlines import set_deadline
from tinhso.steering.programmes.editing.parts.keeping import keep, withdraw_part
from tinhso.steering.programmes.editing.wanted import WantedDeadline, WantedProduct
from tinhso.steering.programmes.models import Deadline, Deliverable, Task


def set_products(task: Task, wanted: Sequence[WantedProduct], *, by: Account) -> None:
    """Change the products that stand, add the new ones, withdraw those not wanted any more."""
    standing = {product.pk: product for product in Deliverable.objects.current().filter(task=task)}
    for place, each in enumerate(wanted):
        columns = {"text": each.text, "position": place}
        fresh = Deliverable(programme_id=task.programme_id, task=task, **columns, **corrected(by))
        product = keep(standing.pop(each.key or 0, None), fresh, columns=columns, by=by)
        _set_day(product, each, by)
    for gone in standing.values():
        withdraw_part(gone, by=by)


def _set_day(product: Deliverable, wanted: WantedProduct, by: Account) -> None:
    """A day that stands keeps its words and how it was obtained."""
    if (product.due_on, product.due_before) == (wanted.due_on, wanted.before):
        return
    basis = Deadline.Basis.EXPLICIT.value if wanted.due_on else ""
    set_deadline(product, WantedDeadline(basis=basis, due_on=wanted.due_on, before=wanted.before), by=by)
