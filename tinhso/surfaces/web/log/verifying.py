"""Kiểm tra nhật ký: ask for a walk over the chain, see how far it is, and what each one found."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Verification
from tinhso.kernel.audit.queue import verify_log
from tinhso.kernel.audit.verifying import NoHead, ask

KEPT = 20


class VerifyForm(forms.Form):
    """A head noted earlier, if there is one."""

    expected = forms.CharField(
        label="Mục cuối đã ghi lại lần trước",
        required=False,
        max_length=90,
        help_text="Dạng SỐ:MÃ, như in ở cuối trang Nhật ký. Có nó thì thấy được cả việc cắt bớt phần cuối.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


@require_http_methods(["GET", "POST"])
def verifications(request: HttpRequest) -> HttpResponse:
    """What was found so far, and the button that starts the next walk."""
    account = require(request, Verb.READ_AUDIT)
    form = VerifyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and (asked := _asked(form, account)):
        return redirect("log:verification", asked.pk)
    rows = Verification.objects.select_related("asked_by")[:KEPT]
    context = {"form": form, "rows": rows}
    return render(request, "log/verifications.html", context, status=422 if form.errors else 200)


@require_safe
def verification(request: HttpRequest, verification: int) -> HttpResponse:
    """How far it is; asked again every second by HTMX, by a link without script."""
    require(request, Verb.READ_AUDIT)
    found = get_object_or_404(Verification.objects.select_related("asked_by"), pk=verification)
    part = request.headers.get("HX-Request") == "true"
    response = render(request, f"log/{'_' if part else ''}verification.html", {"row": found})
    patch_vary_headers(response, ["HX-Request"])
    return response


def _asked(form: VerifyForm, account: Account) -> Verification | None:
    try:
        asked, new = ask(by=account, expected=form.cleaned_data["expected"])
    except NoHead as refusal:
        form.add_error("expected", refusal.sentence)
        return None
    if new:
        verify_log.enqueue(asked.pk)
    return asked
