"""The button under the preview: everything takes effect, or nothing and the reason is told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tinhso.kernel.reorganisations.actions.enforce import enforce
from tinhso.lib.dates import write_date
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.units.reorganising.fetching import asked


@require_POST
def put_into_force(request: HttpRequest, draft: int) -> HttpResponse:
    """``seen`` names each draft with the version that was previewed, ``moving`` the roles that go on."""
    about = asked(request, draft)
    if (confirming := ask_again(request, about.account)) is not None:
        return confirming
    seen = dict(_pair(words) for words in request.POST.getlist("seen"))
    moving = {whole_number(key) for key in request.POST.getlist("moving")}
    try:
        enforce({about.draft.pk: 0, **seen}, moving=moving, by=about.account)
    except TinhsoError as refusal:
        messages.error(request, f"Chưa đưa vào hiệu lực. {refusal.sentence}")
        return redirect("reorganising:preview" if about.draft.is_open else "reorganising:draft", draft)
    day = about.draft.effective_on
    messages.success(request, f"Đã đưa vào hiệu lực từ {write_date(day)}. Cây đơn vị dưới đây là của ngày ấy.")
    return redirect(f"{reverse('units:tree')}?on={write_date(day)}")


def _pair(words: str) -> tuple[int, int]:
    key, _, version = words.partition(":")
    return whole_number(key), whole_number(version)
