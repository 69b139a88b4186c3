"""The identities of the own account: linked by the person, and let go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts import identities
from tinhso.kernel.accounts.models import Identity
from tinhso.kernel.accounts.standing import person
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.notices import tell
from tinhso.surfaces.web.door.outside import UNLINKED, unlinked
from tinhso.surfaces.web.door.provider import named


@never_cache
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """Asks once whether what the provider said is this person; only then is it linked."""
    mine, waiting = person(request), unlinked(request)
    if waiting is None:
        return redirect("own:account")
    if (asked := ask_again(request, mine)) is not None:
        return asked
    found, subject = waiting
    provider = named(found.provider)
    if request.method == "POST":
        del request.session[UNLINKED]
        if request.POST.get("deed") == "link":
            identities.link(mine, provider.key, subject, by=mine)
            tell(request, mine, f"Đã gắn định danh {provider.label}")
            messages.success(request, f"Từ nay đăng nhập được qua {provider.label}.")
        return redirect("own:account")
    return render(request, "own/link.html", {"provider": provider, "hint": found.hint, "account": mine})


@require_POST
def unlink(request: HttpRequest, identity: int) -> HttpResponse:
    """The provider's word opens this account no more."""
    mine = person(request)
    held = get_object_or_404(Identity, pk=identity, account=mine)
    if (asked := ask_again(request, mine)) is not None:
        return asked
    if not mine.has_usable_password() and Identity.objects.filter(account=mine).count() == 1:
        messages.error(request, "Đây là cách đăng nhập duy nhất của bạn. Hãy đề nghị quản trị cấp mật khẩu trước.")
        return redirect("own:account")
    held.delete()
    messages.success(request, "Đã bỏ gắn định danh.")
    return redirect("own:account")
