"""What is counted from the reports of units: indicator II.4 of the plan, the share of reports that are made online."""

from datetime import date

from django.db.models import QuerySet

from tinhso.kernel.metrics.recipes import Metric, Recipe, Records, Scope
from tinhso.steering.reporting.models import Report, RoundDue


def _due(scope: Scope) -> "QuerySet[Report]":
    """Bodies outside the administration are none of the "cơ quan hành chính nhà nước"."""
    asked = Report.objects.filter(round__asks__programme=scope.key, required=True)
    return asked.filter(due_on__range=(scope.first, scope.last)).exclude(sender=RoundDue.Sender.OUTSIDE)


def _sent(scope: Scope) -> "QuerySet[Report]":
    return _due(scope).filter(state__in=(Report.State.SENT, Report.State.ACCEPTED), sent_on__lte=scope.last)


_DUE = Records(model=Report, rows=_due, columns=("round__title", "due_on", "sent_on", "state"))

ONLINE = Metric(
    code="bao-cao-truc-tuyen",
    name="Tỷ lệ báo cáo được thực hiện trực tuyến",
    counts="Trong các báo cáo mà cơ quan hành chính nhà nước phải gửi theo các kỳ báo cáo của chương trình và đã đến "
    "hạn, bao nhiêu báo cáo được lập và gửi dưới dạng dữ liệu qua hệ thống.",
    ground="Chỉ tiêu “Tỷ lệ báo cáo của các cơ quan hành chính nhà nước trên địa bàn tỉnh được thực hiện trực tuyến” "
    "của kế hoạch",
    subject="programme",
    named=("báo cáo", "cơ quan hành chính nhà nước", "được thực hiện trực tuyến"),
    versions=(
        Recipe(
            version=1,
            since=date(2022, 1, 1),
            words="Mẫu số: báo cáo phải gửi có hạn gửi trong kỳ đếm, trừ báo cáo của tổ chức ngoài cơ quan nhà nước và "
            "báo cáo không còn phải gửi (đơn vị kết thúc trước ngày chốt số liệu, hoặc được miễn). Tử số: trong số đó, "
            "báo cáo đã gửi qua hệ thống đến hết kỳ đếm, gửi muộn cũng tính, đang bị trả lại thì không. Báo cáo làm ở "
            "hệ thống khác hoặc trên giấy ngoài các kỳ này thì hệ thống không biết, nên không có trong số đếm.",
            numerator=Records(model=Report, rows=_sent, columns=_DUE.columns),
            denominator=_DUE,
        ),
    ),
)
