"""Where an item stands in a document: every item knows its words."""

from django.db import models
from django.db.models import F, Q

from tinhso.steering.programmes.models.abbreviations import Abbreviation
from tinhso.steering.programmes.models.deadlines import Deadline
from tinhso.steering.programmes.models.deliverables import Deliverable
from tinhso.steering.programmes.models.documents import PlanDocument
from tinhso.steering.programmes.models.duties import Duty
from tinhso.steering.programmes.models.findings import Finding
from tinhso.steering.programmes.models.headings import Heading
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.legal_bases import LegalBasis
from tinhso.steering.programmes.models.objectives import Objective
from tinhso.steering.programmes.models.owner_sentences import OwnerSentence
from tinhso.steering.programmes.models.recipients import Recipient
from tinhso.steering.programmes.models.targets import Target
from tinhso.steering.programmes.models.tasks import Task
from tinhso.steering.programmes.models.unplaced import Unplaced

#: The columns of which exactly one is set.
OWNERS = (
    "heading",
    "legal_basis",
    "objective",
    "indicator",
    "target",
    "task",
    "deliverable",
    "deadline",
    "duty",
    "owner_sentence",
    "recipient",
    "abbreviation",
    "finding",
    "unplaced",
)


def _exactly_one(columns: tuple[str, ...]) -> Q:
    """True when one of the columns is set and all others are null."""
    choices = (Q(**{f"{column}__isnull": column != chosen for column in columns}) for chosen in columns)
    condition = Q()
    for choice in choices:
        condition |= choice
    return condition


class SourceSpan(models.Model):
    """Characters [start, end) of a document's normalised text that state one item; a table's also name table and row.

    The document is named because an item that a corrected version left out still points into the old one.
    """

    document = models.ForeignKey(PlanDocument, models.CASCADE, related_name="spans", verbose_name="văn bản")
    start = models.PositiveIntegerField("từ ký tự")
    end = models.PositiveIntegerField("đến trước ký tự")
    table = models.PositiveIntegerField("bảng", null=True, blank=True)
    row = models.PositiveIntegerField("hàng", null=True, blank=True)
    heading = models.ForeignKey(Heading, models.CASCADE, null=True, blank=True, related_name="spans")
    legal_basis = models.ForeignKey(LegalBasis, models.CASCADE, null=True, blank=True, related_name="spans")
    objective = models.ForeignKey(Objective, models.CASCADE, null=True, blank=True, related_name="spans")
    indicator = models.ForeignKey(Indicator, models.CASCADE, null=True, blank=True, related_name="spans")
    target = models.ForeignKey(Target, models.CASCADE, null=True, blank=True, related_name="spans")
    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="spans")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, null=True, blank=True, related_name="spans")
    deadline = models.ForeignKey(Deadline, models.CASCADE, null=True, blank=True, related_name="spans")
    duty = models.ForeignKey(Duty, models.CASCADE, null=True, blank=True, related_name="spans")
    owner_sentence = models.ForeignKey(OwnerSentence, models.CASCADE, null=True, blank=True, related_name="spans")
    recipient = models.ForeignKey(Recipient, models.CASCADE, null=True, blank=True, related_name="spans")
    abbreviation = models.ForeignKey(Abbreviation, models.CASCADE, null=True, blank=True, related_name="spans")
    finding = models.ForeignKey(Finding, models.CASCADE, null=True, blank=True, related_name="spans")
    unplaced = models.ForeignKey(Unplaced, models.CASCADE, null=True, blank=True, related_name="spans")

    class Meta:
        verbose_name = "chỗ trong văn bản"
        verbose_name_plural = "chỗ trong văn bản"
        ordering = ("document", "start", "end", "pk")
        indexes = (models.Index(fields=("document", "start"), name="span_in_order"),)
        constraints = (
            models.CheckConstraint(
                name="span_ends_after_it_starts",
                condition=Q(end__gt=F("start")),
                violation_error_message="Đoạn trích phải có ít nhất một ký tự.",
            ),
            models.CheckConstraint(
                name="span_states_one_item",
                condition=_exactly_one(OWNERS),
                violation_error_message="Mỗi đoạn trích thuộc đúng một mục.",
            ),
        )

    def __str__(self) -> str:
        return f"[{self.start}, {self.end})"

    @property
    def kind(self) -> str:
        """The kind of item it states: one of OWNERS."""
        return next(column for column in OWNERS if getattr(self, f"{column}_id") is not None)
