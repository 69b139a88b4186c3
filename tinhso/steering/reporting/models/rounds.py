"""A reporting round, its programmes, its due days by level, and what was done about it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.models import Duty, Programme


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds by state and programme."""

    def of_programme(self, programme: Programme) -> Self:
        """Those that ask about the programme, the latest days first."""
        return self.filter(asks__programme=programme).order_by("-last_day", "-first_day", "-pk")

    def open(self) -> Self:
        """Those that take reports."""
        return self.filter(state=Round.State.OPEN)

    def to_open(self, day: date) -> Self:
        """Those planned to be open by the day, which nobody has opened."""
        return self.filter(state=Round.State.PLANNED, opens_on__lte=day)


class Round(models.Model):
    """One asking for reports about the days [``first_day``, ``last_day``] of one or several programmes.

    ``last_day`` is the cut-off (chốt số liệu). ``basis`` tells by which windows the days were found.
    """

    class Kind(models.TextChoices):
        """Nghị định 09/2019/NĐ-CP Điều 4: định kỳ (by its rhythm), chuyên đề, đột xuất."""

        MONTH = "month", "Hằng tháng"
        QUARTER = "quarter", "Hằng quý"
        HALF_YEAR = "half_year", "Sáu tháng"
        NINE_MONTHS = "nine_months", "Chín tháng"
        YEAR = "year", "Hằng năm"
        THEMATIC = "thematic", "Chuyên đề"
        AD_HOC = "ad_hoc", "Đột xuất"

    class Basis(models.TextChoices):
        """By which windows."""

        DECREE = "decree", "Nghị định 09/2019/NĐ-CP (ngày 15 đến ngày 14)"
        CALENDAR = "calendar", "Theo tháng, quý, năm dương lịch"
        FREE = "free", "Do đợt báo cáo ấn định"

    class State(models.TextChoices):
        """Whether it takes reports."""

        PLANNED = "planned", "Chưa mở"
        OPEN = "open", "Đang mở"
        CLOSED = "closed", "Đã đóng"

    kind = models.CharField("loại báo cáo", max_length=12, choices=Kind.choices)
    basis = models.CharField("cách tính kỳ", max_length=10, choices=Basis.choices)
    title = models.CharField("tên kỳ", max_length=200)
    first_day = models.DateField("số liệu từ ngày")
    last_day = models.DateField("chốt số liệu hết ngày")
    opens_on = models.DateField("mở ngày")
    coordinating_unit = models.ForeignKey(Unit, models.PROTECT, related_name="rounds", verbose_name="cơ quan tổng hợp")
    words = models.TextField("yêu cầu", blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State.choices, default=State.PLANNED)
    created_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người lập"
    )
    created_at = models.DateTimeField("lập lúc", default=timezone.now)
    version = models.PositiveIntegerField("phiên bản", default=1)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = "kỳ báo cáo"
        verbose_name_plural = "kỳ báo cáo"
        ordering = ("-last_day", "-pk")
        constraints = (
            models.CheckConstraint(
                name="round_ends_after_it_begins",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Ngày chốt số liệu không được trước ngày đầu kỳ.",
            ),
            models.CheckConstraint(
                name="round_periodic_has_windows",
                condition=Q(kind__in=("thematic", "ad_hoc"), basis="free")
                | Q(~Q(kind__in=("thematic", "ad_hoc")), basis__in=("decree", "calendar")),
                violation_error_message="Báo cáo định kỳ theo Nghị định 09 hoặc dương lịch; chuyên đề, đột xuất không.",
            ),
            models.CheckConstraint(
                name="round_state_is_known",
                condition=Q(state__in=("planned", "open", "closed")),
                violation_error_message="Tình trạng kỳ báo cáo không có trong danh mục.",
            ),
        )
        indexes = (models.Index(fields=("state", "opens_on"), name="round_by_state"),)

    def __str__(self) -> str:
        return self.title

    def told_apart(self, programme: int) -> str:
        """The programme's name where the round asks about several, else nothing; no query where they are fetched."""
        names = {ask.programme_id: ask.programme.name for ask in self.asks.all()}
        return names.get(programme, "") if len(names) > 1 else ""

    @property
    def is_open(self) -> bool:
        """Whether it takes reports."""
        return self.state == self.State.OPEN

    @property
    def going_on(self) -> list["RoundProgramme"]:
        """What it asks of programmes that have not ended."""
        return [ask for ask in self.asks.all() if ask.programme.is_running]

    @property
    def is_periodic(self) -> bool:
        """Whether it repeats."""
        return self.kind not in (self.Kind.THEMATIC, self.Kind.AD_HOC)


class RoundProgramme(models.Model):
    """A programme about which a round asks, and the plan's duty that orders it, if one does."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="asks", verbose_name="kỳ báo cáo")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="asked_in", verbose_name="chương trình")
    duty = models.ForeignKey(
        Duty, models.SET_NULL, null=True, blank=True, related_name="rounds", verbose_name="theo chế độ báo cáo"
    )

    class Meta:
        verbose_name = "chương trình của kỳ báo cáo"
        verbose_name_plural = "chương trình của kỳ báo cáo"
        constraints = (models.UniqueConstraint(fields=("round", "programme"), name="round_asks_of_programme_once"),)

    def __str__(self) -> str:
        return f"{self.round}: {self.programme}"


class RoundDue(models.Model):
    """By when a level sends: the day named, "trước ngày" or not, and the last day in time that follows."""

    class Sender(models.TextChoices):
        """Who sends."""

        PROVINCE = "province", "Sở, ban, ngành và đơn vị cấp tỉnh"
        DISTRICT = "district", "UBND cấp huyện"
        COMMUNE = "commune", "UBND cấp xã"
        OUTSIDE = "outside", "Tổ chức ngoài cơ quan của tỉnh"
        DEPARTMENT = "department", "Cơ quan tổng hợp"

    round = models.ForeignKey(Round, models.CASCADE, related_name="dues", verbose_name="kỳ báo cáo")
    sender = models.CharField("nơi gửi", max_length=12, choices=Sender.choices)
    day = models.DateField("ngày ghi trong yêu cầu")
    before = models.BooleanField("ghi “trước ngày”", default=False)
    last_on = models.DateField("ngày cuối trong hạn")

    class Meta:
        verbose_name = "hạn gửi"
        verbose_name_plural = "hạn gửi"
        ordering = ("round", "pk")
        constraints = (
            models.UniqueConstraint(fields=("round", "sender"), name="round_due_once_a_sender"),
            models.CheckConstraint(
                name="round_due_last_is_the_day_or_before",
                condition=Q(last_on=F("day")) | Q(before=True, last_on__lt=F("day")),
                violation_error_message="Ngày cuối trong hạn là ngày đã ghi, hoặc trước đó nếu ghi “trước ngày”.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_sender_display()}: {self.last_on}"


class RoundEvent(models.Model):
    """Something done about a round; nothing here is changed. ``once``: no form is sent twice; timers have none."""

    class Kind(models.TextChoices):
        """What was done."""

        OPENED = "opened", "Mở kỳ"
        CLOSED = "closed", "Đóng kỳ"
        REOPENED = "reopened", "Mở lại kỳ"
        CHANGED = "changed", "Đổi hạn gửi"
        REMINDED = "reminded", "Nhắc đơn vị còn thiếu"

    round = models.ForeignKey(Round, models.CASCADE, related_name="events", verbose_name="kỳ báo cáo")
    kind = models.CharField("việc", max_length=10, choices=Kind.choices)
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người thực hiện"
    )
    in_name_of = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thay mặt người ủy quyền"
    )
    at = models.DateTimeField("lúc", default=timezone.now)
    words = models.TextField("lý do, nội dung", blank=True)
    once = models.CharField("khóa gửi một lần", max_length=64, unique=True, null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "việc của kỳ báo cáo"
        verbose_name_plural = "việc của kỳ báo cáo"
        ordering = ("round", "at", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}" if self.words else str(self.get_kind_display())

    @property
    def who(self) -> str:
        """Who did it, and in whose name; the system by its timer."""
        if self.account is None:
            return "Hệ thống, theo lịch"
        return f"{self.account} thay mặt {self.in_name_of}" if self.in_name_of else str(self.account)
