"""Items that a person may correct, split, merge, add or drop."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models.items import Item


class EditableItem(Item):
    """An indicator, task or duty in people's hands.

    What a person drops is withdrawn with ``withdrawn_by`` and ``withdrawn_why`` and keeps its ``reading_index``, so
    that a corrected version does not bring it back. ``split_from`` is the item whose words it was cut from;
    ``merged_into`` the one that took its words.
    """

    withdrawn_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người bỏ"
    )
    withdrawn_why = models.TextField("lý do bỏ", blank=True)
    split_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="split_into", verbose_name="tách từ"
    )
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged_from", verbose_name="gộp vào"
    )

    class Meta(Item.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_dropped_with_reason",
                condition=Q(withdrawn_by__isnull=True) | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why=""),
                violation_error_message="Bỏ một mục phải ghi lý do.",
            ),
        )

    @property
    def is_dropped(self) -> bool:
        """Whether a person took it out; what a corrected version left out is not dropped."""
        return self.withdrawn_by_id is not None
