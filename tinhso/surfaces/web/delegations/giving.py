"""Delegating: first whose role, then to whom, when and in what."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from tinhso.kernel.accounts.delegation.delegate import Mandate, delegate
from tinhso.kernel.accounts.delegation.models import verbs_given
from tinhso.kernel.accounts.delegation.reach import givable
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError
from tinhso.lib.text import search_terms
from tinhso.surfaces.web.delegations.forms import DelegationForm, RoleSearch
from tinhso.surfaces.web.delegations.lines import role_words, unit_names
from tinhso.surfaces.web.door.confirming import ask_again

#: Roles shown before one has to search.
MOST = 50


@require_safe
def choose_role(request: HttpRequest) -> HttpResponse:
    """The person's own roles, and those of the people whose delegations he keeps."""
    account, form = require(request, Verb.DELEGATE), RoleSearch(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = givable(account)
    for term in search_terms(words):
        found = found.filter(account__folded__contains=term)
    roles = list(found.order_by("account__sort_key", "pk")[:MOST])
    names = unit_names(roles, timezone.localdate())
    choices = [(held, role_words(held, names)) for held in roles]
    mine = [choice for choice in choices if choice[0].account_id == account.pk]
    others = [choice for choice in choices if choice[0].account_id != account.pk]
    context = {"form": form, "mine": mine, "others": others, "most": MOST, "full": len(roles) == MOST}
    return render(request, "delegations/choose.html", context)


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, held: int) -> HttpResponse:
    """The form; sent, the delegation."""
    account = require(request, Verb.DELEGATE)
    role = get_object_or_404(givable(account), pk=held)
    form = DelegationForm(
        request.POST if request.method == "POST" else None,
        people=_people(role),
        verbs=sorted(verbs_given(Role(role.role), ""), key=lambda verb: verb.label),
        today=timezone.localdate(),
    )
    if form.is_valid() and (asked := ask_again(request, account)) is not None:
        return asked
    if form.is_valid() and _given(form, role, by=account):
        messages.success(request, f"Đã ủy quyền cho {form.cleaned_data['delegate']}.")
        return redirect("delegations:list")
    words = role_words(role, unit_names([role], timezone.localdate()))
    context = {"form": form, "held": role, "words": words}
    return render(request, "delegations/give.html", context, status=422 if form.errors else 200)


def _given(form: DelegationForm, held: RoleAssignment, *, by: Account) -> bool:
    asked = dict(form.cleaned_data)
    verbs = frozenset(Verb(word) for word in asked.pop("verbs"))
    try:
        delegate(Mandate(held=held, verbs=verbs, **asked), by=by)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors


def _people(held: RoleAssignment) -> "QuerySet[Account]":
    """Those who work at the unit or below it today or later, the holder himself left out."""
    today = timezone.localdate()
    below = Unit.objects.in_subtree(held.unit, today) if held.unit else Unit.objects.none()
    works = RoleAssignment.objects.filter(unit__in=below).exclude(valid_to__lte=today)
    return Account.objects.filter(is_active=True, pk__in=works.values("account")).exclude(pk=held.account_id)
