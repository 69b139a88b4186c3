"""How letters are."""

from datetime import timedelta

from django.utils import timezone

from tinhso.kernel.mail.models import Letter
from tinhso.lib.probe import Answer, Probe

_LATE = timedelta(hours=1)


def _letters() -> Answer:
    now, state = timezone.now(), Letter.State
    late = Letter.objects.due(now - _LATE).count()
    lost = Letter.objects.filter(
        state__in=(state.REFUSED, state.GIVEN_UP, state.UNSURE), ended_at__gte=now - timedelta(days=1)
    ).count()
    words = f"{Letter.objects.waiting().count()} thư chờ gửi, {lost} thư không gửi được trong 24 giờ qua."
    if late or lost:
        return Answer("warn", words, "Xem Quản trị, Thư đã gửi: vì sao, và thử lại.")
    return Answer("good", words)


PROBES = (Probe("letters", "Thư nhắc", 52, _letters),)
