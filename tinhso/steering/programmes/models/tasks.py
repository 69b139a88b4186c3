"""A task."""

from django.db import models
from django.db.models import F, Q

from tinhso.steering.programmes.models.editable import EditableItem
from tinhso.steering.programmes.models.headings import Heading
from tinhso.steering.programmes.task_queries import TaskQuerySet


class Task(EditableItem):
    """An order to somebody. ``due_on`` repeats the current deadline so that lists need no join.

    ``due_on`` is the last day named, or none (standing duties, orders bound to an event); ``due_before`` is true for
    "trước ngày D"; ``due_basis`` says how it was obtained (see Deadline.Basis), "" when nothing is known.
    """

    class Origin(models.TextChoices):
        """Who ordered it: the plan, or the chair outside of any document."""

        PLAN = "plan", "Theo kế hoạch"
        DIRECTIVE = "directive", "Chỉ đạo của Trưởng Ban Chỉ đạo"

    code = models.CharField("mã")
    origin = models.CharField("nguồn giao", max_length=10, choices=Origin.choices, default=Origin.PLAN)
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

    class Meta(EditableItem.Meta):
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        default_related_name = "tasks"
        constraints = (
            *EditableItem.Meta.constraints,
            models.CheckConstraint(
                name="task_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Nhiệm vụ không nằm trong chính nó.",
            ),
            models.UniqueConstraint(
                fields=("programme", "code"),
                condition=Q(origin="directive"),
                name="task_directive_numbered_once",
                violation_error_message="Đã có chỉ đạo mang số này.",
            ),
        )
        indexes = (
            models.Index(fields=("programme", "position"), name="task_in_order"),
            models.Index(fields=("programme", "due_on"), name="task_by_due_day"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.text}"
