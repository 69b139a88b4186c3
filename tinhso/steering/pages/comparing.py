"""So sánh: what a corrected document, or a better reading, would change in a programme; then applied."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import asked
from tinhso.steering.programmes.actions.reread import Rereading, propose, reread
from tinhso.steering.programmes.comparison import Change
from tinhso.steering.programmes.facts import KIND_NAMES
from tinhso.steering.programmes.models import PlanDocument, Programme
from tinhso.steering.programmes.opening import open_plan
from tinhso.steering.programmes.refusals import FileLost

WHAT = {"new": ("good", "Mới"), "gone": ("bad", "Không còn"), "changed": ("warn", "Thay đổi")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One change: its tone and word, and whether it is applied unless a person decides otherwise."""

    change: Change
    tone: str
    words: str
    applied: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """The changes of one kind of item."""

    name: str
    changes: list[Shown]


@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest, programme: int, document: int) -> HttpResponse:
    """Side by side what is new, gone, changed; sent, those ticked are applied in one transaction."""
    about = asked(request, programme)
    account = require(request, Verb.START_PROGRAMME)
    found = get_object_or_404(PlanDocument.objects.select_related("reading"), pk=document)
    proposal = _proposal(about.programme, found)
    if request.method == "POST":
        leave = _left(proposal, request.POST)
        reread(proposal, by=account, version=_version(request.POST), leave=leave)
        messages.success(request, f"Đã áp dụng {len(proposal.shown) - len(leave)} thay đổi vào chương trình.")
        return redirect("pages:board", about.programme.pk)
    context = {"asked": about, "document": found, "kinds": _kinds(proposal), "count": len(proposal.shown)}
    return render(request, "pages/compare.html", context)


def _proposal(programme: Programme, document: PlanDocument) -> Rereading:
    """The same document is read again from its bytes: the reader may have become better since."""
    if document.pk != programme.document_id:
        return propose(programme, document)
    if not document.place.exists():
        raise FileLost(name=document.name)
    return propose(programme, document, open_plan(document.place.read_bytes(), document.name).reading)


def _kinds(proposal: Rereading) -> list[Kind]:
    shown = (_shown(change, proposal.held) for change in proposal.shown)
    return [Kind(KIND_NAMES[kind], list(run)) for kind, run in groupby(shown, key=lambda each: each.change.kind)]


def _shown(change: Change, held: frozenset[str]) -> Shown:
    tone, words = WHAT[change.what]
    return Shown(change, tone, words, applied=change.key not in held)


def _left(proposal: Rereading, sent: QueryDict) -> frozenset[str]:
    ticked: Iterable[str] = sent.getlist("apply")
    return frozenset(change.key for change in proposal.shown) - frozenset(ticked)


def _version(sent: QueryDict) -> int:
    return whole_number(sent.get("version", ""))
