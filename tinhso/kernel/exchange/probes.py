"""How the deliveries to other systems are."""

from datetime import timedelta

from django.utils import timezone

from tinhso.kernel.exchange.models import Delivery
from tinhso.lib.probe import Answer, Probe


def _deliveries() -> Answer:
    since = timezone.now() - timedelta(days=1)
    refused = Delivery.objects.filter(state=Delivery.State.REFUSED, ended_at__gte=since).count()
    waiting = Delivery.objects.waiting().count()
    words = f"{waiting} lượt chờ gửi, {refused} lượt bỏ trong 24 giờ qua."
    if refused:
        return Answer("warn", words, "Xem hệ thống nhận có còn trả lời không.")
    return Answer("good", words)


PROBES = (Probe("deliveries", "Gửi cho hệ thống khác", 51, _deliveries),)
