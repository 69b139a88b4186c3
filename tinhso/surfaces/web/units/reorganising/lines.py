"""Adding and removing the steps of a draft."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.reorganisations.actions.prepare import add_lines, remove_line
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.units.reorganising.fetching import Asked, asked, offered
from tinhso.surfaces.web.units.reorganising.step_forms import STEPS, TITLES, StepForm


@require_http_methods(["GET", "HEAD", "POST"])
def add_step(request: HttpRequest, draft: int, step: str) -> HttpResponse:
    """``/sap-xep/3/buoc/sap-nhap``: the form of one step; sent, its lines are kept on the server."""
    about = asked(request, draft)
    if step not in STEPS:
        raise Http404
    form = STEPS[step](request.POST or None, offered=offered(about.draft.effective_on))
    if form.is_valid() and _added(form, about):
        messages.success(request, "Đã thêm bước vào dự thảo.")
        return redirect("reorganising:draft", draft)
    context = {"draft": about.draft, "form": form, "step_title": TITLES[step]}
    return render(request, "units/reorganising/step.html", context, status=422 if form.errors else 200)


@require_POST
def remove_step(request: HttpRequest, draft: int, line: int) -> HttpResponse:
    """The step goes; a second click finds it gone."""
    about = asked(request, draft)
    remove_line(get_object_or_404(about.draft.lines, pk=line), by=about.account)
    messages.success(request, "Đã xóa bước khỏi dự thảo.")
    return redirect("reorganising:draft", draft)


def _added(form: StepForm, about: Asked) -> bool:
    try:
        add_lines(about.draft, form.lines(), by=about.account)
    except TinhsoError as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors
