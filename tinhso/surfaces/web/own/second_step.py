"""The second step of the own account: set up, taken away, its recovery codes renewed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts import recovery
from tinhso.kernel.accounts import second_step as step
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.kernel.accounts.standing import person
from tinhso.surfaces.web.door.confirming import ask_again
from tinhso.surfaces.web.door.notices import tell
from tinhso.surfaces.web.door.second_step_form import SetUpForm, proposal


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The picture for the app; with a first code it is on, and the recovery codes are shown."""
    mine = person(request)
    if (asked := ask_again(request, mine)) is not None:
        return asked
    form = SetUpForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        try:
            made = step.set_up(mine, form.cleaned_data["proposed"], form.cleaned_data["code"])
        except step.WrongCode as refusal:
            form.add_error("code", refusal.sentence)
        else:
            end_sessions(mine, but=request.session)
            tell(request, mine, "Đã thiết lập xác thực hai bước")
            return render(request, "own/codes.html", {"codes": made})
    context = {**proposal(mine, form), "renewed": step.is_set_up(mine)}
    return render(request, "own/set_up.html", context, status=422 if form else 200)


@never_cache
@require_POST
def codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes; those of before open no more."""
    mine = person(request)
    if (asked := ask_again(request, mine)) is not None:
        return asked
    if not step.is_set_up(mine):
        return redirect("own:account")
    return render(request, "own/codes.html", {"codes": recovery.renew(mine)})


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """No second step any more, unless a role asks for one."""
    mine = person(request)
    if (asked := ask_again(request, mine)) is not None:
        return asked
    if step.is_required(mine):
        messages.error(request, "Vai trò của bạn yêu cầu xác thực hai bước nên không tắt được.")
    else:
        step.remove(mine)
        tell(request, mine, "Đã tắt xác thực hai bước")
        messages.success(request, "Đã tắt xác thực hai bước.")
    return redirect("own:account")
