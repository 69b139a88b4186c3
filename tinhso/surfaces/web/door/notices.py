"""Whoever changes what opens an account, its person hears of it by letter, where letters can be sent."""

from django.http import HttpRequest
from django.utils import timezone
from django_tasks import task

from tinhso.kernel.accounts import letters
from tinhso.kernel.accounts.models import Account


def tell(request: HttpRequest, account: Account, deed: str, *, to: str = "") -> None:
    """Send in the background that it was done, when, and from where; ``to`` is another address than the account's."""
    if letters.can_send() and (to or account.email):
        place, moment = request.META.get("REMOTE_ADDR", ""), timezone.localtime()
        send_notice.enqueue(account.pk, f"{deed} lúc {moment:%H:%M %d/%m/%Y}, từ máy {place}.", to)


@task()
def send_notice(account: int, sentence: str, to: str) -> None:
    """One letter."""
    found = Account.objects.filter(pk=account).first()
    if found is not None:
        advice = "Nếu không phải bạn hoặc người được giao làm, hãy báo ngay quản trị hệ thống."
        letters.send(found, "Thay đổi về đăng nhập của bạn", sentence, advice, to=to)
