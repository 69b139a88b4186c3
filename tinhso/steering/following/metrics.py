"""What is counted from the work of units: who issued in time what a duty due once orders."""

from datetime import date

from django.db.models import QuerySet

from tinhso.kernel.metrics.recipes import Metric, Recipe, Records, Scope
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.following.duty_days import last_day, units_due
from tinhso.steering.following.models import DutyExemption, DutyPaper
from tinhso.steering.programmes.models import Duty


def _had_to(scope: Scope) -> "QuerySet[Unit]":
    """Nobody had to yet, where the span ends before the last day in time."""
    duty = Duty.objects.select_related("programme").get(pk=scope.key)
    if scope.last < last_day(duty):
        return Unit.objects.none()
    exempt = DutyExemption.objects.filter(duty=duty, ended_at=None)
    return Unit.objects.filter(pk__in=list(units_due(duty))).exclude(pk__in=exempt.values("unit"))


def _in_time(scope: Scope) -> "QuerySet[DutyPaper]":
    duty = Duty.objects.select_related("programme").get(pk=scope.key)
    papers = DutyPaper.objects.in_force().filter(duty=duty, document__issued_on__lte=last_day(duty))
    return papers.filter(unit__in=_had_to(scope))


IN_TIME = Metric(
    code="ban-hanh-dung-han",
    name="Đơn vị ban hành kế hoạch cụ thể hóa đúng hạn",
    counts="Trong các đơn vị phải ban hành văn bản theo một yêu cầu một lần của chương trình, bao nhiêu đơn vị đã ban "
    "hành không muộn hơn ngày hạn.",
    ground="Yêu cầu ghi trong văn bản của chương trình",
    subject="duty",
    versions=(
        Recipe(
            version=1,
            since=date(2022, 1, 1),
            words="Mẫu số: đơn vị thuộc nơi phải gửi vào ngày hạn, trừ đơn vị được ghi là không áp dụng. "
            "Tử số: đơn vị đã ghi văn bản (số, ngày, tệp), ban hành không sau ngày cuối còn trong hạn, văn bản không "
            "bị trả lại. Ngày gửi được ghi và cho xem, không tính vào phép đếm.",
            numerator=Records(
                model=DutyPaper,
                rows=_in_time,
                columns=("document__number", "document__symbol", "document__issued_on", "sent_on"),
                page=("duties:duty", "duty__programme", "duty"),
            ),
            denominator=Records(model=Unit, rows=_had_to, unit="pk", columns=("key",)),
        ),
    ),
)
