"""When something is due, and how that is known. A date never overwrites another: the old row is superseded."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from tinhso.lib.dates import write_date
from tinhso.steering.programmes.models.deliverables import Deliverable
from tinhso.steering.programmes.models.duties import Duty
from tinhso.steering.programmes.models.items import Item, ItemQuerySet
from tinhso.steering.programmes.models.tasks import Task


class DeadlineQuerySet(ItemQuerySet["Deadline"]):
    """Deadlines that hold."""

    def in_force(self) -> Self:
        """Neither superseded nor withdrawn."""
        return self.current().filter(superseded_at__isnull=True)


class Deadline(Item):
    """The day (or the rhythm, or the event) by which a task, a product or a duty is due."""

    class Kind(models.TextChoices):
        """What the plan's words name; "none" when they name nothing."""

        DATE = "date", "Ngày"
        MONTH = "month", "Tháng"
        QUARTER = "quarter", "Quý"
        YEAR = "year", "Năm"
        PERIOD = "period", "Giai đoạn"
        RELATIVE = "relative", "Tính từ một mốc"
        EVENT = "event", "Theo sự kiện"
        RECURRING = "recurring", "Định kỳ"
        STANDING = "standing", "Thường xuyên"
        NONE = "none", "Văn bản không nêu"

    class Basis(models.TextChoices):
        """How the day was obtained."""

        EXPLICIT = "explicit", "Ngày ghi trong văn bản"
        MONTH = "month", "Hết tháng, quý, năm ghi trong văn bản"
        RELATIVE = "relative", "Tính từ mốc trong văn bản"
        EVENT = "event", "Chờ sự kiện"
        RECURRING = "recurring", "Định kỳ, thường xuyên"
        PRODUCTS = "products", "Sản phẩm có hạn muộn nhất"
        OPEN = "open", "Văn bản không nêu ngày kết thúc"
        EXTENDED = "extended", "Gia hạn theo quyết định"
        INFERRED = "inferred", "Suy ra: hết năm của kế hoạch"

    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="deadlines")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, null=True, blank=True, related_name="deadlines")
    duty = models.ForeignKey(Duty, models.CASCADE, null=True, blank=True, related_name="deadlines")
    kind = models.CharField("loại thời hạn", max_length=10, choices=Kind.choices)
    basis = models.CharField("căn cứ", max_length=10, choices=Basis.choices)
    start_on = models.DateField("từ ngày", null=True, blank=True)
    due_on = models.DateField("đến ngày", null=True, blank=True)
    before = models.BooleanField("trước ngày", default=False)
    interval = models.CharField("nhịp", blank=True)
    wording = models.TextField("nguyên văn", blank=True)
    superseded_at = models.DateTimeField("thay bằng thời hạn khác lúc", null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta(Item.Meta):
        verbose_name = "thời hạn"
        verbose_name_plural = "thời hạn"
        default_related_name = "deadlines"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="deadline_is_of_one_thing",
                condition=Q(task__isnull=False, deliverable__isnull=True, duty__isnull=True)
                | Q(task__isnull=True, deliverable__isnull=False, duty__isnull=True)
                | Q(task__isnull=True, deliverable__isnull=True, duty__isnull=False),
                violation_error_message="Thời hạn thuộc đúng một nhiệm vụ, sản phẩm hoặc chế độ báo cáo.",
            ),
            models.CheckConstraint(
                name="deadline_ends_after_it_starts",
                condition=Q(start_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("start_on")),
                violation_error_message="Thời hạn không kết thúc trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="deadline_inferred_has_day",
                condition=~Q(basis__in=("inferred", "explicit", "month", "products")) | Q(due_on__isnull=False),
                violation_error_message="Thời hạn nêu trong văn bản hoặc suy ra phải có ngày.",
            ),
            models.UniqueConstraint(
                fields=("task",),
                condition=Q(superseded_at__isnull=True, withdrawn_at__isnull=True),
                name="deadline_of_task_once",
                violation_error_message="Nhiệm vụ chỉ có một thời hạn đang hiệu lực.",
            ),
            models.UniqueConstraint(
                fields=("deliverable",),
                condition=Q(superseded_at__isnull=True, withdrawn_at__isnull=True),
                name="deadline_of_deliverable_once",
                violation_error_message="Sản phẩm chỉ có một thời hạn đang hiệu lực.",
            ),
        )

    def __str__(self) -> str:
        return self.written()

    @property
    def is_in_force(self) -> bool:
        """Neither superseded nor withdrawn."""
        return self.superseded_at is None and self.withdrawn_at is None

    def written(self) -> str:
        """ "trước 10/5/2022", "từ 01/9/2022 đến 30/9/2022", else the plan's words or how it is known."""
        if self.due_on is None:
            return self.wording or self.get_basis_display()
        if self.before:
            return f"trước {write_date(self.due_on)}"
        if self.start_on and self.kind == self.Kind.PERIOD:
            return f"từ {write_date(self.start_on)} đến {write_date(self.due_on)}"
        return write_date(self.due_on)
