"""A task, its products, what it cites and counts; a duty to report."""

from django.db import models
from django.db.models import F, Q

from tinhso.steering.programmes.models.frame import Heading
from tinhso.steering.programmes.models.indicators import Target
from tinhso.steering.programmes.models.items import Item, ItemQuerySet
from tinhso.steering.programmes.task_queries import TaskQuerySet


class Task(Item):
    """An order to somebody. ``due_on`` repeats the current deadline so that lists need no join.

    ``due_on`` is the last day named, or none (standing duties, orders bound to an event); ``due_before`` is true for
    "trước ngày D"; ``due_basis`` says how it was obtained (see Deadline.Basis), "" when nothing is known.
    """

    code = models.CharField("mã")
    section = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="tasks")
    section_title = models.TextField("đề mục", blank=True)
    text = models.TextField("nhiệm vụ")
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="children", verbose_name="nhiệm vụ cha"
    )
    standing = models.BooleanField("việc thường xuyên", default=False)
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_before = models.BooleanField("trước ngày", default=False)
    due_basis = models.CharField("căn cứ thời hạn", max_length=10, blank=True)
    completed_on = models.DateField("ngày hoàn thành", null=True, blank=True)
    folded = models.TextField(editable=False)
    sort_key = models.CharField(max_length=1000, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta(Item.Meta):
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        default_related_name = "tasks"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="task_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Nhiệm vụ không nằm trong chính nó.",
            ),
        )
        indexes = (
            models.Index(fields=("programme", "position"), name="task_in_order"),
            models.Index(fields=("programme", "due_on"), name="task_by_due_day"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class Deliverable(Item):
    """A product named inside a task, with its own deadline when it has one."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="deliverables", verbose_name="nhiệm vụ")
    text = models.TextField("sản phẩm")
    due_on = models.DateField("thời hạn", null=True, blank=True)
    due_before = models.BooleanField("trước ngày", default=False)
    due_basis = models.CharField("căn cứ thời hạn", max_length=10, blank=True)

    objects = ItemQuerySet["Deliverable"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "sản phẩm"
        verbose_name_plural = "sản phẩm"
        default_related_name = "deliverables"

    def __str__(self) -> str:
        return self.text


class Duty(Item):
    """Who sends what to whom and when."""

    class Frequency(models.TextChoices):
        """How often."""

        ONCE = "once", "Một lần"
        MONTHLY = "monthly", "Hằng tháng"
        QUARTERLY = "quarterly", "Hằng quý"
        HALF_YEARLY = "half_yearly", "Sáu tháng"
        YEARLY = "yearly", "Hằng năm"
        AD_HOC = "ad_hoc", "Khi phát sinh"

    who = models.TextField("người gửi", blank=True)
    to = models.TextField("nơi nhận", blank=True)
    what = models.TextField("nội dung")
    frequency = models.CharField("định kỳ", max_length=12, choices=Frequency.choices)
    due = models.TextField("thời hạn theo văn bản", blank=True)
    day = models.PositiveSmallIntegerField("ngày trong tháng", null=True, blank=True)
    month_rule = models.CharField("tháng", blank=True)
    before = models.BooleanField("trước ngày", default=False)
    due_on = models.DateField("thời hạn", null=True, blank=True)

    objects = ItemQuerySet["Duty"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "chế độ báo cáo"
        verbose_name_plural = "chế độ báo cáo"
        default_related_name = "duties"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="duty_day_is_possible",
                condition=Q(day__isnull=True) | Q(day__gte=1, day__lte=31),
                violation_error_message="Ngày trong tháng từ 1 đến 31.",
            ),
        )

    def __str__(self) -> str:
        return self.what


class TaskReference(models.Model):
    """A document named inside a task. Its date is never a deadline."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="references", verbose_name="nhiệm vụ")
    text = models.TextField("nguyên văn")
    kind = models.CharField("loại văn bản", blank=True)
    number = models.CharField("số, ký hiệu", blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)
    subject = models.TextField("trích yếu", blank=True)

    class Meta:
        verbose_name = "văn bản viện dẫn"
        verbose_name_plural = "văn bản viện dẫn"
        ordering = ("task", "pk")

    def __str__(self) -> str:
        return self.text


class Quantity(models.Model):
    """An amount inside a task or a product ("khoảng 50 doanh nghiệp"): it is no target."""

    task = models.ForeignKey(Task, models.CASCADE, null=True, blank=True, related_name="quantities")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, null=True, blank=True, related_name="quantities")
    value = models.DecimalField("số lượng", max_digits=40, decimal_places=6)
    value_to = models.DecimalField("đến", max_digits=40, decimal_places=6, null=True, blank=True)
    unit = models.CharField("đơn vị tính", blank=True)
    comparator = models.CharField("so sánh", max_length=2, choices=Target.Comparator.choices)
    text = models.TextField("nguyên văn")

    class Meta:
        verbose_name = "số lượng"
        verbose_name_plural = "số lượng"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="quantity_is_of_one_thing",
                condition=Q(task__isnull=False, deliverable__isnull=True)
                | Q(task__isnull=True, deliverable__isnull=False),
                violation_error_message="Số lượng thuộc một nhiệm vụ hoặc một sản phẩm.",
            ),
        )

    def __str__(self) -> str:
        return self.text
