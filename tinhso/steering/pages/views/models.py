"""A saved view, and how a person likes the list of a programme to be."""

from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Programme


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Views by who may use them."""

    def visible_to(self, account: Account, units: Collection[int]) -> Self:
        """The person's own, those shared in one of these units, those shared with the whole programme."""
        shared = Q(sharing=SavedView.Sharing.PROGRAMME) | Q(sharing=SavedView.Sharing.UNIT, unit__in=units)
        return self.filter(Q(account=account) | shared).select_related("account")


class SavedView(models.Model):
    """What a list is narrowed to, sorted and grouped by, with its columns: the address's own words under a name."""

    class Sharing(models.TextChoices):
        """Who sees it among his views; its address can be sent to anybody."""

        OWN = "own", "Chỉ mình tôi"
        UNIT = "unit", "Đơn vị tôi"
        PROGRAMME = "programme", "Cả chương trình"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="views", verbose_name="chương trình")
    account = models.ForeignKey(Account, models.PROTECT, related_name="views", verbose_name="người lập")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị")
    sharing = models.CharField("dùng chung", max_length=10, choices=Sharing.choices, default=Sharing.OWN)
    name = models.CharField("tên", max_length=80)
    query = models.TextField("địa chỉ lọc")
    version = models.PositiveIntegerField("phiên bản", default=1)
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = "khung nhìn"
        verbose_name_plural = "khung nhìn"
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("programme", "account", "name"),
                name="view_name_once",
                violation_error_message="Bạn đã có khung nhìn tên này.",
            ),
            models.CheckConstraint(
                name="view_shared_in_a_unit",
                condition=Q(unit__isnull=False) | ~Q(sharing="unit"),
                violation_error_message="Khung nhìn của đơn vị phải ghi đơn vị nào.",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The list as this view shows it. The mark says that nothing more is chosen where the view narrows nothing."""
        return f"{reverse('pages:tasks', args=(self.programme_id,))}?{self.query or 'q='}"


class ListHabit(models.Model):
    """A person's columns for a programme's list ("" for the usual), and the view that opens first."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="list_habits", verbose_name="tài khoản")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+", verbose_name="chương trình")
    columns = models.CharField("cột", blank=True)
    opens_with = models.ForeignKey(
        SavedView, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="mở đầu bằng"
    )

    class Meta:
        verbose_name = "thói quen xem danh sách"
        verbose_name_plural = "thói quen xem danh sách"
        constraints = (models.UniqueConstraint(fields=("account", "programme"), name="list_habit_once"),)

    def __str__(self) -> str:
        return f"{self.account}: {self.columns or 'cột thường dùng'}"
