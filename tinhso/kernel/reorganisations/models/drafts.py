"""A decision while it is written down, and afterwards as it was entered."""

import uuid

from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.models import StoredFile


class Draft(models.Model):
    """A decision with its lines, kept on the server until it takes effect; taken back it is a draft again.

    ``key`` becomes the key of the decision. ``once`` is the form's one-time key: sent twice it is one draft.
    ``version`` grows with each change, so that nobody puts into force what he has not seen.
    """

    class State(models.TextChoices):
        """How far it has come."""

        DRAFT = "draft", "Dự thảo"
        IN_FORCE = "in_force", "Đã có hiệu lực"
        DROPPED = "dropped", "Đã bỏ"

    key = models.SlugField("mã bền", max_length=80, unique=True)
    once = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField("nội dung", max_length=255)
    number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=160, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    effective_on = models.DateField("ngày có hiệu lực")
    source = models.TextField("nguồn", blank=True)
    paper = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản văn"
    )
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveIntegerField("phiên bản", default=1)
    prepared_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người soạn"
    )
    prepared_at = models.DateTimeField("soạn lúc", auto_now_add=True)

    class Meta:
        verbose_name = "dự thảo sắp xếp"
        verbose_name_plural = "dự thảo sắp xếp"
        ordering = ("-effective_on", "pk")
        constraints = (
            models.CheckConstraint(
                name="draft_is_issued_before_effect",
                condition=Q(issued_on__isnull=True) | Q(issued_on__lte=F("effective_on")),
                violation_error_message="Ngày ban hành không được sau ngày có hiệu lực.",
            ),
            models.CheckConstraint(
                name="draft_state_is_known",
                condition=Q(state__in=("draft", "in_force", "dropped")),
                violation_error_message="Tình trạng dự thảo không có trong danh mục.",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state == self.State.DRAFT
