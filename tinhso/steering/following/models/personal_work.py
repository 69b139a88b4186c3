"""Work that a unit gives to one of its people."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models.deeds import Deed, DeedQuerySet


class PersonalWorkQuerySet(DeedQuerySet["PersonalWork"]):
    """Work given, by person and by whether it waits."""

    def open(self) -> Self:
        """Not done and not returned, of tasks that the programme still has."""
        return self.filter(state__in=PersonalWork.OPEN, task__withdrawn_at__isnull=True)

    def given_to(self, account: Account) -> Self:
        """What one person has to do."""
        return self.filter(person=account)


class PersonalWork(Deed):
    """A part of a task for one person; ``note`` says what is wanted, ``unit`` who gave it. ``state`` holds now."""

    class State(models.TextChoices):
        """How it stands."""

        GIVEN = "given", "Chờ nhận"
        ACCEPTED = "accepted", "Đang làm"
        DONE = "done", "Đã xong"
        RETURNED = "returned", "Đã trả lại"

    OPEN = (State.GIVEN, State.ACCEPTED)

    person = models.ForeignKey(Account, models.PROTECT, related_name="work", verbose_name="người nhận")
    due_on = models.DateField("hạn", null=True, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.GIVEN)

    objects: ClassVar = PersonalWorkQuerySet.as_manager()

    class Meta:
        verbose_name = "việc giao cá nhân"
        verbose_name_plural = "việc giao cá nhân"
        constraints = (
            models.CheckConstraint(
                name="personal_work_state_is_known",
                condition=Q(state__in=("given", "accepted", "done", "returned")),
                violation_error_message="Tình trạng việc giao cá nhân không có trong danh mục.",
            ),
        )
        indexes = (models.Index(fields=("person", "state"), name="personal_work_of_person"),)
