"""The settings of the programme looked at last, in Quản trị."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import person, standing
from tinhso.steering.pages.asked import last_asked
from tinhso.steering.programmes.models import Programme
from tinhso.surfaces.web.shell.administration import Place


def _address(request: HttpRequest) -> str | None:
    account = person(request)
    if not standing(account).may(Verb.SET_PROGRAMME):
        return None
    seen = list(Programme.objects.visible_to(account, timezone.localdate()).values_list("pk", flat=True))
    last = last_asked(request)
    key = last if last in seen else next(iter(seen), None)
    return reverse("programme_settings:settings", args=(key,)) if key else None


PLACES = (
    Place(
        "Thiết lập chương trình",
        "Tên, cơ quan thường trực, ai xác nhận, nhắc hạn; kết thúc và mở lại",
        "board",
        30,
        _address,
    ),
)
