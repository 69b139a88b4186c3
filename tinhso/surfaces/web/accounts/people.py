"""Accounts as they are shown: with their roles, narrowed by a filter."""

from django import forms
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from tinhso.kernel.accounts.models import Account, OneTimeLink, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import UnitVersion
from tinhso.lib.text import search_terms

_STATES = (("", "Tất cả"), ("in_use", "Đang dùng"), ("invited", "Chờ nhận lời mời"), ("closed", "Đã khóa"))


class AccountFilter(forms.Form):
    """Words of the name, a role, a state."""

    q = forms.CharField(label="Tên hoặc tên đăng nhập", required=False, max_length=120)
    role = forms.ChoiceField(label="Vai trò", required=False, choices=(("", "Tất cả"), *Role.choices))
    state = forms.ChoiceField(label="Trạng thái", required=False, choices=_STATES)


def with_roles() -> QuerySet[Account]:
    """Everybody, with roles and units, and whether an invitation waits to be accepted (``is_invited``)."""
    versions = UnitVersion.objects.order_by("-valid_from")
    held = RoleAssignment.objects.select_related("post", "unit").prefetch_related(
        Prefetch("unit__versions", versions, to_attr="names")
    )
    invitations = OneTimeLink.objects.open().filter(account=OuterRef("pk"), purpose=OneTimeLink.Purpose.INVITATION)
    return Account.objects.annotate(is_invited=Exists(invitations)).prefetch_related(
        Prefetch("roles", held.order_by("valid_from", "id"))
    )


def narrowed(found: QuerySet[Account], asked: dict[str, str]) -> QuerySet[Account]:
    """Those that the filter asks for."""
    for term in search_terms(asked["q"]):
        found = found.filter(folded__contains=term)
    if asked["role"]:
        found = found.filter(pk__in=RoleAssignment.objects.in_roles([Role(asked["role"])]).values("account"))
    conditions = {"in_use": {"is_active": True, "is_invited": False}, "invited": {"is_invited": True}}
    conditions["closed"] = {"is_active": False}
    return found.filter(**conditions.get(asked["state"], {}))
