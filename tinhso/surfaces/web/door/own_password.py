"""The step in which a temporary password gives way to the person's own."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.keeping import set_own_password
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door import pages
from tinhso.surfaces.web.door.steps import CHOOSE, go_on, waiting


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    """Asked once, after the password that an administrator has handed over."""
    pending = waiting(request, CHOOSE)
    if pending is None:
        return pages.start_again(request)
    form = SetPasswordForm(pending.account, request.POST or None)
    if not form.is_valid():
        return pages.own_password(request, pending, form)
    with acting(actor=pending.account.username, source="trang web"):
        set_own_password(pending.account, form.cleaned_data["new_password1"])
    return go_on(request, pending.after(CHOOSE))
