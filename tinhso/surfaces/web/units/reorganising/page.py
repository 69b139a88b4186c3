"""A draft: what the decision is, its steps, and the ways on."""

from uuid import UUID, uuid4, uuid5

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.documents.keeping import keep_file
from tinhso.kernel.documents.serving import file_response
from tinhso.kernel.reorganisations.actions.prepare import drop, prepare, revise
from tinhso.kernel.reorganisations.errors import DraftChanged
from tinhso.kernel.reorganisations.models import Draft
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.shell.conflicts import conflict
from tinhso.surfaces.web.units.reorganising.fetching import Asked, asked, offered
from tinhso.surfaces.web.units.reorganising.sentences import told
from tinhso.surfaces.web.units.reorganising.step_forms import TITLES

_DAY = forms.DateInput(attrs={"placeholder": "05/3/2022", "inputmode": "numeric"})
_FACTS = ("number", "title", "issuer", "issued_on", "effective_on", "source")


class DecisionForm(forms.Form):
    """What the paper says of the decision. ``once`` and ``version`` travel hidden."""

    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    title = forms.CharField(label="Nội dung (trích yếu)", max_length=255)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=160, required=False)
    issued_on = forms.DateField(label="Ngày ban hành", required=False, widget=_DAY)
    effective_on = forms.DateField(
        label="Ngày có hiệu lực", widget=_DAY, help_text="Ngày đầu tiên theo tổ chức mới; có thể đã qua."
    )
    source = forms.CharField(label="Ghi chú nguồn", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    paper = forms.FileField(label="Bản văn", required=False, help_text="Tệp .pdf, .docx hoặc ảnh chụp.")
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def facts(self, by: Account) -> dict[str, object]:
        """What the draft keeps; the paper only when one was sent. Raises what a file may be refused for."""
        found = {name: self.cleaned_data[name] for name in _FACTS}
        upload = self.cleaned_data["paper"]
        return {**found, "paper": keep_file(upload, by=by)} if upload else found

    def key(self) -> UUID:
        """The same for the same words from the same page; other words typed there after "back" are another draft."""
        said = "\n".join(str(self.cleaned_data[name] or "") for name in (*_FACTS, "paper"))
        return uuid5(self.cleaned_data["once"] or uuid4(), said)


@require_http_methods(["GET", "HEAD", "POST"])
def new_draft(request: HttpRequest) -> HttpResponse:
    """A new draft from the head of the decision."""
    account = require(request, Verb.KEEP_ORGANISATIONS)
    form = DecisionForm(request.POST or None, request.FILES or None, initial={"once": uuid4()})
    if form.is_valid():
        try:
            draft = prepare(form.facts(account), by=account, once=form.key())
            return redirect("reorganising:draft", draft.pk)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, "units/reorganising/new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def draft_page(request: HttpRequest, draft: int) -> HttpResponse:
    """The draft with its steps; the head of the decision is corrected here."""
    about = asked(request, draft)
    shown = about.draft
    form = DecisionForm(request.POST or None, request.FILES or None, initial=_stands(shown))
    if form.is_valid():
        try:
            return _revised(request, form, about)
        except DraftChanged:
            shown.refresh_from_db()
            back = reverse("reorganising:draft", args=(draft,))
            return conflict(request, form, stands=_stands(shown), version=shown.version, back=back)
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    context = {
        "draft": shown,
        "form": form,
        "steps": told(shown.lines.all(), offered(shown.effective_on)),
        "kinds": TITLES,
        "enactments": shown.enactments.select_related("by", "taken_back_by"),
    }
    return render(request, "units/reorganising/draft.html", context, status=422 if form.errors else 200)


@require_POST
def drop_draft(request: HttpRequest, draft: int) -> HttpResponse:
    """The draft is put away."""
    about = asked(request, draft)
    drop(about.draft, by=about.account)
    messages.success(request, f"Đã bỏ dự thảo “{about.draft.title}”.")
    return redirect("reorganising:list")


@require_safe
def paper(request: HttpRequest, draft: int) -> FileResponse:
    """The decision's paper, to be saved."""
    shown = asked(request, draft).draft
    if shown.paper is None:
        raise Http404
    return file_response(shown.paper)


def _stands(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _FACTS} | {"version": draft.version}


def _revised(request: HttpRequest, form: DecisionForm, about: Asked) -> HttpResponse:
    revise(about.draft, form.facts(about.account), version=form.cleaned_data["version"] or 0, by=about.account)
    messages.success(request, "Đã lưu thông tin quyết định.")
    return redirect("reorganising:draft", about.draft.pk)
