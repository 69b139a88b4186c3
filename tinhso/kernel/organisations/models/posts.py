"""Posts at units, and who holds them."""

from django.db import models

from tinhso.kernel.organisations.models.units import Unit
from tinhso.kernel.organisations.models.validity import ValidityQuerySet, ends_after_it_begins


class Post(models.Model):
    """A title at a unit: "Giám đốc" at Sở Thông tin và Truyền thông. The person is a holding."""

    class Rank(models.TextChoices):
        """Where the post stands in its unit."""

        HEAD = "head", "Người đứng đầu"
        DEPUTY = "deputy", "Cấp phó"
        MEMBER = "member", "Thành viên, chuyên viên"

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="posts", verbose_name="đơn vị")
    title = models.CharField("chức danh", max_length=120)
    rank = models.CharField("vị trí", max_length=10, choices=Rank.choices, default=Rank.HEAD)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày", null=True, blank=True)

    objects = ValidityQuerySet["Post"].as_manager()

    class Meta:
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        ordering = ("unit", "rank", "title")
        constraints = (
            ends_after_it_begins("post_ends_after_it_begins"),
            models.UniqueConstraint(fields=("unit", "title", "valid_from"), name="post_begins_once"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.unit})"

    def called(self, unit_name: str) -> str:
        """The post's full name at a unit of that name: "Chủ tịch UBND" + "Huyện Yên Thế" → "… huyện Yên Thế"."""
        return title_at(self.title, unit_name)


class Holding(models.Model):
    """A person in a post for a time. A post with several seats (deputies) numbers them."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="holdings", verbose_name="chức vụ")
    person = models.CharField("họ tên", max_length=120)
    seat = models.PositiveSmallIntegerField("chỗ", default=1)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến trước ngày", null=True, blank=True)
    source = models.CharField("nguồn", max_length=255, blank=True)

    objects = ValidityQuerySet["Holding"].as_manager()

    class Meta:
        verbose_name = "người giữ chức vụ"
        verbose_name_plural = "người giữ chức vụ"
        ordering = ("post", "seat", "valid_from")
        constraints = (
            ends_after_it_begins("holding_ends_after_it_begins"),
            models.UniqueConstraint(fields=("post", "seat", "valid_from"), name="holding_begins_once"),
        )

    def __str__(self) -> str:
        return self.person


def title_at(title: str, unit_name: str) -> str:
    """A title with its unit: the unit's first letter is small after "UBND" (Chủ tịch UBND huyện Yên Thế)."""
    if not title.endswith("UBND"):
        return f"{title} {unit_name}"
    return f"{title} {unit_name[:1].lower()}{unit_name[1:]}"
