"""How the background work is."""

from datetime import timedelta

from django.db.models import Count, Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tinhso.lib.probe import Answer

#: Work that has waited so long is taken by nobody: the worker has stopped, or is too slow.
_LATE, _STUCK = timedelta(minutes=2), timedelta(minutes=15)


def waiting() -> Answer:
    """How much waits, and since when."""
    asked = DBTaskResult.objects.ready().aggregate(oldest=Min("enqueued_at"), count=Count("pk"))
    if asked["oldest"] is None:
        return Answer("good", "Không có việc nào chờ.")
    waited = timezone.now() - asked["oldest"]
    words = f"{asked['count']} việc chờ, lâu nhất {int(waited.total_seconds() // 60)} phút."
    if waited < _LATE:
        return Answer("good", words)
    advice = "Kiểm tra tiến trình nền (systemctl status tinhso-worker) còn chạy không."
    return Answer("bad" if waited > _STUCK else "warn", words, advice)


def failed() -> Answer:
    """What failed within a day, by the kind of failure."""
    since = timezone.now() - timedelta(days=1)
    kinds = DBTaskResult.objects.failed().filter(finished_at__gte=since).values_list("exception_class_path", flat=True)
    count = len(kinds)
    if not count:
        return Answer("good", "Không có việc nền nào hỏng trong 24 giờ qua.")
    last = kinds.order_by("-finished_at")[0].rpartition(".")[2]
    return Answer(
        "warn", f"{count} việc nền hỏng trong 24 giờ qua, gần nhất: {last}.", "Xem tệp nhật ký lỗi tinhso.log."
    )
