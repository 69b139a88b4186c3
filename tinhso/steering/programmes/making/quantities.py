"""Rows of amounts."""

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Model

from tinhso.steering.intake import reading as read
from tinhso.steering.programmes.models import Quantity


def make_quantities(items: Iterable[read.Quantity], **owner: Model) -> list[Model]:
    return [
        Quantity(
            value=Decimal(str(item.value)),
            value_to=None if item.value_to is None else Decimal(str(item.value_to)),
            unit=item.unit or "",
            comparator=item.comparator,
            text=item.text,
            **owner,
        )
        for item in items
    ]
