"""So sánh: what a corrected document, or a better reading, would change; decided one by one, then applied."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.changes import Shown, by_kind, shown
from tinhso.steering.programmes.actions.apply import apply_decided, proposal_of, with_rest
from tinhso.steering.programmes.actions.decide import decide, decisions_of
from tinhso.steering.programmes.actions.reread import Rereading
from tinhso.steering.programmes.models import PlanDocument, Revision

APPLY, TAKE_REST = "ap-dung", "lay-con-lai"


@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, programme: int, document: int) -> HttpResponse:
    """Side by side what is new, gone, changed. Each decision is kept; what is decided whole is applied at once."""
    about = asked(request, programme)
    account = require(request, Verb.START_PROGRAMME)
    found = get_object_or_404(PlanDocument.objects.select_related("reading"), pk=document)
    proposal = proposal_of(about.programme, found)
    if request.method == "POST":
        return _decided(request, about, proposal, by=account)
    return render(request, "pages/compare.html", _context(about, proposal))


def _decided(request: HttpRequest, about: Asked, proposal: Rereading, *, by: Account) -> HttpResponse:
    deed = request.POST.get("viec", "")
    choices = {change.key: request.POST.get(change.key, "") for change in proposal.shown}
    chosen = {key: choice for key, choice in choices.items() if choice}
    chosen = with_rest(proposal, chosen) if deed == TAKE_REST else chosen
    decide(about.programme, proposal.document, chosen, by=by)
    if request.headers.get("HX-Request") == "true":
        return render(request, "pages/_decided.html", _context(about, proposal))
    if deed != APPLY:
        return redirect(request.get_full_path())
    taken, kept = apply_decided(proposal, by=by, version=whole_number(request.POST.get("version", "")))
    messages.success(request, f"Đã lấy {taken} thay đổi vào chương trình, giữ nguyên {kept} mục.")
    return redirect("review:screen", about.programme.pk)


def _context(about: Asked, proposal: Rereading) -> dict[str, object]:
    changes = _changes(about, proposal)
    revisions = Revision.objects.filter(programme=about.programme, number__gt=0).select_related(
        "document", "applied_by"
    )
    return {
        "asked": about,
        "document": proposal.document,
        "kinds": by_kind(changes),
        "count": len(changes),
        "decided": sum(bool(each.choice) for each in changes),
        "rest": sum(not each.choice and not each.is_held for each in changes),
        "revisions": revisions.order_by("-number"),
    }


def _changes(about: Asked, proposal: Rereading) -> Sequence[Shown]:
    return shown(proposal, decisions_of(about.programme, proposal.document))
