"""A programme."""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.text import search_terms


def sees_programmes(account: Account, day: date) -> bool:
    """Whether the person may read programmes on that day by a role, own or delegated."""
    return standing(account, day).may(Verb.READ_PROGRAMMES)


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes by who asks, by words, by day."""

    def visible_to(self, account: Account, day: date) -> Self:
        """Those this person may see: all or none."""
        return self if sees_programmes(account, day) else self.none()

    def matching(self, query: str) -> Self:
        """Those whose name or code holds every word, diacritics or not."""
        found = self
        for term in search_terms(query):
            found = found.filter(folded__contains=term)
        return found


class Programme(models.Model):
    """What a plan orders, from its first to its last day. ``document`` is the version that holds now.

    Its settings, kept by ``actions.settings`` and read by whoever needs them:
    ``named_day_is_late``; ``confirmer``, who confirms that a task is done; ``head_approves``, whether the head of the
    unit approves what an officer writes before it counts; ``reminder_days``, so many working days before a due day the
    unit is first reminded where no rule of reminding says otherwise; ``silence_days``, after so many days without a
    word a unit counts as silent. A closed programme
    takes no further work: ``require_running``.
    """

    class State(models.TextChoices):
        """Whether it is worked on."""

        RUNNING = "running", "Đang thực hiện"
        CLOSED = "closed", "Đã kết thúc"

    class Confirmer(models.TextChoices):
        """Who says that a task is done once the unit has said so."""

        WATCHER = "watcher", "Người theo dõi, đôn đốc"
        COORDINATOR = "coordinator", "Cơ quan thường trực"
        HEAD = "head", "Thủ trưởng đơn vị chủ trì"
        NOBODY = "nobody", "Không cần ai xác nhận"

    code = models.SlugField("mã", max_length=60, unique=True)
    name = models.CharField("tên chương trình")
    document = models.OneToOneField(
        "programmes.PlanDocument", models.PROTECT, related_name="programme", verbose_name="văn bản"
    )
    coordinating_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="programmes", verbose_name="cơ quan thường trực"
    )
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.RUNNING)
    named_day_is_late = models.BooleanField(
        "nộp đúng ngày ghi “trước ngày …” là trễ",
        default=False,
        help_text="“Trước ngày 20”: đúng ngày 20 còn trong hạn hay đã quá hạn.",
    )
    confirmer = models.CharField(
        "ai xác nhận hoàn thành",
        max_length=12,
        choices=Confirmer.choices,
        default=Confirmer.WATCHER,
        help_text="Nhiệm vụ không có người theo dõi thì cơ quan thường trực xác nhận.",
    )
    head_approves = models.BooleanField(
        "thủ trưởng duyệt trước khi gửi",
        default=False,
        help_text="Cập nhật của cán bộ chỉ được tính khi thủ trưởng đơn vị đã duyệt.",
    )
    reminder_days = models.PositiveSmallIntegerField(
        "nhắc trước hạn, ngày", default=7, validators=(MinValueValidator(1), MaxValueValidator(60))
    )
    silence_days = models.PositiveSmallIntegerField(
        "coi là im lặng sau, ngày", default=30, validators=(MinValueValidator(7), MaxValueValidator(366))
    )
    demonstration_on = models.DateField("số liệu minh họa tính đến ngày", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField("phiên bản", default=1)
    created_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người lập"
    )
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    folded = models.TextField(editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "chương trình"
        verbose_name_plural = "chương trình"
        ordering = ("-starts_on", "code")
        constraints = (
            models.CheckConstraint(
                name="programme_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message="Chương trình không thể kết thúc trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="programme_state_is_known",
                condition=Q(state__in=("running", "closed")),
                violation_error_message="Tình trạng chương trình không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="programme_confirmer_is_known",
                condition=Q(confirmer__in=("watcher", "coordinator", "head", "nobody")),
                violation_error_message="Người xác nhận hoàn thành không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="programme_reminder_days_fit",
                condition=Q(reminder_days__gte=1, reminder_days__lte=60),
                violation_error_message="Nhắc trước hạn từ 1 đến 60 ngày.",
            ),
            models.CheckConstraint(
                name="programme_silence_days_fit",
                condition=Q(silence_days__gte=7, silence_days__lte=366),
                violation_error_message="Số ngày im lặng từ 7 đến 366.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_running(self) -> bool:
        """Whether it takes further work."""
        return self.state == self.State.RUNNING
