"""The list of accounts, and the page of one: its name, its roles."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhso.kernel.accounts import keeping, opening
from tinhso.kernel.accounts.models import Account, RoleAssignment, SecondStep, SecondStepRemoval, Session
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.sessions import row_key
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.accounts.forms import NameForm, RoleForm, name_form
from tinhso.surfaces.web.accounts.identities import IdentityForm
from tinhso.surfaces.web.accounts.people import AccountFilter, narrowed, with_roles
from tinhso.surfaces.web.carrying.asking import leaf
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.linked import linked
from tinhso.surfaces.web.door.provider import providers
from tinhso.surfaces.web.shell.conflicts import conflict

PAGE = 50


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, by name."""
    require(request, Verb.KEEP_ACCOUNTS)
    form = AccountFilter(request.GET)
    found = narrowed(with_roles(), form.cleaned_data) if form.is_valid() else Account.objects.none()
    page = Paginator(found, leaf(request, PAGE)).get_page(request.GET.get("page"))
    return render(request, "web/accounts.html", {"form": form, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its name, its roles, its door. The name is saved here."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(with_roles(), pk=pk)
    form = NameForm(request.POST) if request.method == "POST" else name_form(shown)
    if form.is_valid():
        return _save(request, shown, form, by=by)
    return page_of(request, shown, form=form)


@require_POST
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    """A further role."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(with_roles(), pk=pk)
    if (asked := ask_again(request, by)) is not None:
        return asked
    form = RoleForm(request.POST)
    if form.is_valid() and _gave(shown, form):
        messages.success(request, "Đã giao vai trò.")
        return redirect("web:account", pk=pk)
    return page_of(request, shown, role_form=form)


@require_POST
def end_role(request: HttpRequest, pk: int, role: int) -> HttpResponse:
    """The role is held until yesterday."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    held = get_object_or_404(RoleAssignment, pk=role, account_id=pk)
    keeping.end_role(held, on=timezone.localdate(), by=by)
    messages.success(request, f"Đã thôi vai trò {held.get_role_display()}.")
    return redirect("web:account", pk=pk)


def page_of(
    request: HttpRequest, shown: Account, *, form: NameForm | None = None, role_form: RoleForm | None = None
) -> HttpResponse:
    """The page of an account, with what was just typed."""
    wrong = any(typed is not None and typed.errors for typed in (form, role_form))
    context = {
        "account": shown,
        "form": form or name_form(shown),
        "role_form": role_form or RoleForm(),
        "today": timezone.localdate(),
        "sessions": Session.listed.of(shown),
        "this": row_key(request.session),
        "second_step": SecondStep.objects.filter(account=shown).first(),
        "identity_form": IdentityForm(),
        "providers": providers(),
        "identities": linked(shown, lambda key: _away(shown, key)),
        "removals": SecondStepRemoval.objects.filter(account=shown).select_related("by")[:5],
    }
    return render(request, "web/account.html", context, status=422 if wrong else 200)


def _away(shown: Account, identity: int) -> str:
    return reverse("web:account_identity_end", kwargs={"pk": shown.pk, "identity": identity})


def _save(request: HttpRequest, shown: Account, form: NameForm, *, by: Account) -> HttpResponse:
    asked = form.cleaned_data
    try:
        keeping.describe(shown, asked["display_name"], asked["email"], version=asked["version"], by=by)
    except keeping.SavedMeanwhile:
        back = reverse("web:account", kwargs={"pk": shown.pk})
        stands = {"display_name": shown.display_name, "email": shown.email}
        return conflict(request, form, stands=stands, version=shown.version, back=back)
    messages.success(request, "Đã lưu họ và tên, thư điện tử.")
    return redirect("web:account", pk=shown.pk)


def _gave(shown: Account, form: RoleForm) -> bool:
    asked = form.cleaned_data
    since = asked["since"] or timezone.localdate()
    try:
        opening.give_role(shown, Role(asked["role"]), unit=asked["unit"], title="", since=since)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors
