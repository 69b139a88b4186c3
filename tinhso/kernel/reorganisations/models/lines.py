"""One line of a draft: what is done to one unit, and who follows it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from tinhso.kernel.reorganisations.models.drafts import Draft


class Deed(models.TextChoices):
    """What a line does."""

    ESTABLISH = "establish", "Thành lập đơn vị"
    AMEND = "amend", "Đổi tên, loại hoặc cấp trên"
    MERGE = "merge", "Sáp nhập, hợp nhất"
    SPLIT = "split", "Chia, tách"
    TRANSFER = "transfer", "Chuyển chức năng, nhiệm vụ"
    DISSOLVE = "dissolve", "Giải thể, kết thúc hoạt động"
    END = "end", "Kết thúc theo quyết định khác cùng ngày"


#: Deeds by which another unit goes on with what the unit did.
FOLLOWED = (Deed.MERGE, Deed.SPLIT, Deed.TRANSFER)


class Line(models.Model):
    """Units are named by their keys: one that the draft itself establishes has no row yet.

    ``unit`` is the unit concerned; ``successor`` who follows it, with ``share`` and ``function`` as in a Succession.
    ``ends`` tells that the unit stops, ``with_children`` that what stands under it goes along to whoever follows.
    ``name`` to ``head_title`` are those of a new unit, or what changes (empty: stays).
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="lines", verbose_name="dự thảo")
    deed = models.CharField("việc", max_length=10, choices=Deed.choices)
    unit = models.SlugField("đơn vị", max_length=80)
    successor = models.SlugField("đơn vị kế tiếp", max_length=80, blank=True)
    share = models.DecimalField(
        "phần chuyển sang",
        max_digits=7,
        decimal_places=6,
        null=True,
        blank=True,
        validators=(MinValueValidator(0), MaxValueValidator(1)),
    )
    function = models.CharField("chức năng chuyển", max_length=255, blank=True)
    ends = models.BooleanField("kết thúc hoạt động", default=False)
    with_children = models.BooleanField("đơn vị trực thuộc đi theo", default=False)
    name = models.CharField("tên", max_length=255, blank=True)
    short_name = models.CharField("tên viết tắt", max_length=120, blank=True)
    kind = models.CharField("loại", max_length=20, blank=True)
    official_code = models.CharField("mã đơn vị hành chính", max_length=20, blank=True)
    parent = models.SlugField("cấp trên", max_length=80, blank=True)
    head_title = models.CharField("chức danh người đứng đầu", max_length=120, blank=True)

    class Meta:
        verbose_name = "bước của dự thảo"
        verbose_name_plural = "bước của dự thảo"
        ordering = ("draft", "pk")
        constraints = (
            models.CheckConstraint(
                name="line_deed_is_known",
                condition=Q(deed__in=Deed.values),
                violation_error_message="Việc này không có trong danh mục.",
            ),
            models.CheckConstraint(
                name="line_has_successor_where_followed",
                condition=(Q(deed__in=FOLLOWED) & ~Q(successor="")) | (~Q(deed__in=FOLLOWED) & Q(successor="")),
                violation_error_message="Hợp nhất, chia tách, chuyển chức năng phải nêu đơn vị kế tiếp.",
            ),
            models.CheckConstraint(
                name="line_share_is_a_part",
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1),
                violation_error_message="Phần chuyển sang phải lớn hơn 0 và không quá 1.",
            ),
            models.UniqueConstraint(
                fields=("draft", "deed", "unit", "successor", "function"),
                name="line_is_told_once",
                violation_error_message="Dự thảo đã có bước này.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_deed_display()}: {self.unit}"
