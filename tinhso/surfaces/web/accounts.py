"""Tài khoản: the list of accounts, and the page of one, for administrators."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tinhso.kernel.accounts import keeping, opening
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Unit, UnitVersion
from tinhso.lib.errors import TinhsoError
from tinhso.lib.numbers import whole_number
from tinhso.lib.text import search_terms
from tinhso.surfaces.web.shell.conflicts import conflict

PAGE = 50


class AccountFilter(forms.Form):
    """Words of the name, and a role."""

    q = forms.CharField(label="Tên hoặc tên đăng nhập", required=False, max_length=120)
    role = forms.ChoiceField(label="Vai trò", required=False, choices=(("", "Tất cả"), *Role.choices))


class NameForm(forms.Form):
    """The name of an account; ``version`` is what the person saw."""

    display_name = forms.CharField(label="Họ và tên", max_length=120)
    version = forms.IntegerField(widget=forms.HiddenInput)


class NewAccountForm(forms.Form):
    """A new account with its first role."""

    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{1,59}$",
        label="Tên đăng nhập",
        help_text="Chữ thường không dấu, chữ số, dấu chấm, gạch nối.",
    )
    display_name = forms.CharField(label="Họ và tên", max_length=120)


class RoleForm(forms.Form):
    """A role at a unit."""

    role = forms.ChoiceField(label="Vai trò", choices=Role.choices)
    unit = forms.CharField(label="Đơn vị", required=False, max_length=255, help_text="Gõ tên hoặc mã bền của đơn vị.")
    since = forms.DateField(label="Từ ngày", required=False, help_text="Để trống là từ hôm nay.")

    def clean_unit(self) -> str:
        """The key of the one unit of that name; an ambiguous name lists what it may be."""
        words = str(self.cleaned_data["unit"]).strip()
        keys = _keys_of(words) if words else [""]
        if len(keys) == 1:
            return keys[0]
        raise forms.ValidationError(
            f"Có {len(keys)} đơn vị khớp: {', '.join(keys[:5])}." if keys else "Không có đơn vị nào khớp."
        )


@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, by name."""
    require(request, Verb.KEEP_ACCOUNTS)
    form = AccountFilter(request.GET)
    found = _narrowed(_with_roles(), form.cleaned_data) if form.is_valid() else Account.objects.none()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "web/accounts.html", {"form": form, "page": page})


def new_account(request: HttpRequest) -> HttpResponse:
    """Opens an account; its first password is shown once."""
    require(request, Verb.KEEP_ACCOUNTS)
    form = NewAccountForm(request.POST or None)
    if form.is_valid() and _is_free(form):
        password = opening.new_password()
        made = opening.open_account(password=password, **form.cleaned_data)
        messages.success(request, f"Đã mở tài khoản {made.username}. Mật khẩu đầu tiên: {password}")
        return redirect("web:account", pk=made.pk)
    return render(request, "web/account_new.html", {"form": form}, status=422 if form.errors else 200)


def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its name, its roles, its door. The name is saved here."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(_with_roles(), pk=pk)
    form = NameForm(request.POST or None, initial={"display_name": shown.display_name, "version": shown.version})
    if form.is_valid():
        return _save_name(request, shown, form, by=by)
    context = {"account": shown, "form": form, "role_form": RoleForm(), "today": timezone.localdate()}
    return render(request, "web/account.html", context, status=422 if form.errors else 200)


@require_POST
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    """A further role."""
    require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(_with_roles(), pk=pk)
    form = RoleForm(request.POST)
    if form.is_valid() and _gave(shown, form):
        messages.success(request, "Đã giao vai trò.")
        return redirect("web:account", pk=pk)
    name_form = NameForm(initial={"display_name": shown.display_name, "version": shown.version})
    context = {"account": shown, "form": name_form, "role_form": form, "today": timezone.localdate()}
    return render(request, "web/account.html", context, status=422)


@require_POST
def end_role(request: HttpRequest, pk: int, role: int) -> HttpResponse:
    """The role is held until yesterday."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    held = get_object_or_404(RoleAssignment, pk=role, account_id=pk)
    keeping.end_role(held, on=timezone.localdate(), by=by)
    messages.success(request, f"Đã thôi vai trò {held.get_role_display()}.")
    return redirect("web:account", pk=pk)


@require_POST
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes or reopens the account, or renews its password, as ``deed`` says."""
    by = require(request, Verb.KEEP_ACCOUNTS)
    shown = get_object_or_404(Account, pk=pk)
    version, deed = whole_number(request.POST.get("version", "")), request.POST.get("deed", "")
    if deed == "password":
        messages.success(request, f"Mật khẩu mới của {shown.username}: {keeping.renew_password(shown, by=by)}")
    elif deed == "close":
        keeping.close(shown, version=version, by=by)
        messages.success(request, f"Đã khóa tài khoản {shown.username}.")
    elif deed == "reopen":
        keeping.reopen(shown, version=version, by=by)
        messages.success(request, f"Đã mở lại tài khoản {shown.username}.")
    return redirect("web:account", pk=pk)


def _save_name(request: HttpRequest, shown: Account, form: NameForm, *, by: Account) -> HttpResponse:
    asked = form.cleaned_data
    try:
        keeping.rename(shown, asked["display_name"], version=asked["version"], by=by)
    except keeping.SavedMeanwhile:
        back = reverse("web:account", kwargs={"pk": shown.pk})
        return conflict(request, form, stands={"display_name": shown.display_name}, version=shown.version, back=back)
    messages.success(request, "Đã lưu họ và tên.")
    return redirect("web:account", pk=shown.pk)


def _gave(shown: Account, form: RoleForm) -> bool:
    asked = form.cleaned_data
    since = asked["since"] or timezone.localdate()
    try:
        opening.give_role(shown, Role(asked["role"]), unit=asked["unit"], title="", since=since)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors


def _is_free(form: NewAccountForm) -> bool:
    if Account.objects.filter(username=form.cleaned_data["username"]).exists():
        form.add_error("username", "Tên đăng nhập này đã có người dùng.")
    return not form.errors


def _with_roles() -> QuerySet[Account]:
    versions = UnitVersion.objects.order_by("-valid_from")
    held = RoleAssignment.objects.select_related("post", "unit").prefetch_related(
        Prefetch("unit__versions", versions, to_attr="names")
    )
    return Account.objects.prefetch_related(Prefetch("roles", held.order_by("valid_from", "id")))


def _narrowed(found: QuerySet[Account], asked: dict[str, str]) -> QuerySet[Account]:
    for term in search_terms(asked["q"]):
        found = found.filter(folded__contains=term)
    if asked["role"]:
        found = found.filter(pk__in=RoleAssignment.objects.in_roles([Role(asked["role"])]).values("account"))
    return found


def _keys_of(words: str) -> list[str]:
    exact = Unit.objects.filter(key=words).values_list("key", flat=True)
    matching = UnitVersion.objects.valid_on(timezone.localdate()).matching(words).in_order()
    return list(exact) or list(dict.fromkeys(matching.values_list("unit__key", flat=True)[:20]))
