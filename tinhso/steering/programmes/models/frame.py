"""What stands around the orders of a plan: headings, bases, aims, recipients, findings, what could not be placed."""

from django.db import models
from django.db.models import F, Q

from tinhso.steering.programmes.models.items import Item, ItemQuerySet


class Heading(Item):
    """A numbered heading or title; ``code`` is its whole path ("II.1.a"), ``owner`` the names it hands down."""

    code = models.CharField("mã", blank=True)
    label = models.CharField("số hiệu", blank=True)
    text = models.TextField("tiêu đề")
    level = models.PositiveSmallIntegerField("cấp")
    role = models.CharField("vai trò trong văn bản", blank=True)
    owner = models.TextField("người được giao", blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")

    objects = ItemQuerySet["Heading"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "đề mục"
        verbose_name_plural = "đề mục"
        default_related_name = "headings"
        constraints = (
            *Item.Meta.constraints,
            models.CheckConstraint(
                name="heading_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="Đề mục không nằm trong chính nó.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()


class Objective(Item):
    """An aim without a number."""

    code = models.CharField("mã", blank=True)
    section = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="objectives")
    section_title = models.TextField("đề mục", blank=True)
    text = models.TextField("mục tiêu")
    folded = models.TextField(editable=False)

    objects = ItemQuerySet["Objective"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "mục tiêu"
        verbose_name_plural = "mục tiêu"
        default_related_name = "objectives"

    def __str__(self) -> str:
        return self.text


class LegalBasis(Item):
    """A document that the plan stands on."""

    text = models.TextField("căn cứ")
    kind = models.CharField("loại văn bản", blank=True)
    number = models.CharField("số, ký hiệu", blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.TextField("cơ quan ban hành", blank=True)
    subject = models.TextField("trích yếu", blank=True)

    objects = ItemQuerySet["LegalBasis"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"
        default_related_name = "legal_bases"

    def __str__(self) -> str:
        return self.text


class Recipient(Item):
    """A line of "Nơi nhận"."""

    text = models.TextField("nơi nhận")

    objects = ItemQuerySet["Recipient"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"
        default_related_name = "recipients"

    def __str__(self) -> str:
        return self.text


class Abbreviation(Item):
    """A short form that the text defines."""

    short = models.CharField("viết tắt")
    long = models.TextField("viết đầy đủ")

    objects = ItemQuerySet["Abbreviation"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "chữ viết tắt"
        verbose_name_plural = "chữ viết tắt"
        default_related_name = "abbreviations"

    def __str__(self) -> str:
        return f"{self.short}: {self.long}"


class OwnerSentence(Item):
    """A sentence that gives tasks named elsewhere to bodies ("chủ trì các nhiệm vụ tại mục IV.4.3").

    The bodies stand as assignments with the tasks; ``who`` and ``targets`` are as written, joined by "; ".
    """

    role = models.CharField("vai trò")
    who = models.TextField("người được giao")
    targets = models.TextField("mục được giao", blank=True)
    text = models.TextField("câu giao việc")

    objects = ItemQuerySet["OwnerSentence"].as_manager()

    class Meta(Item.Meta):
        verbose_name = "câu giao việc"
        verbose_name_plural = "câu giao việc"
        default_related_name = "owner_sentences"

    def __str__(self) -> str:
        return self.text


class Finding(models.Model):
    """Something to settle before signing; ``kind`` is stable ("no_owner"), ``item_code`` the item concerned."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    kind = models.CharField("loại")
    message = models.TextField("nội dung")
    item_code = models.CharField("mã mục", blank=True)

    class Meta:
        verbose_name = "điểm cần xem lại"
        verbose_name_plural = "điểm cần xem lại"
        ordering = ("programme", "position", "pk")

    def __str__(self) -> str:
        return self.message


class Unplaced(models.Model):
    """A piece of the text that fell into no item, kept so that a person can see it."""

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="unplaced")
    position = models.PositiveIntegerField("thứ tự trong văn bản")
    text = models.TextField("đoạn văn")

    class Meta:
        verbose_name = "đoạn chưa xếp được"
        verbose_name_plural = "đoạn chưa xếp được"
        ordering = ("programme", "position", "pk")

    def __str__(self) -> str:
        return self.text
