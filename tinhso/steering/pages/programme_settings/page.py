"""The page of a programme's settings, with what was changed before."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.audit.models import Entry
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.errors import TinhsoError
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.programme_settings.forms import ReasonForm, SettingsForm
from tinhso.steering.programmes.actions.settings import Settings, change_settings
from tinhso.steering.programmes.coordinating import bodies_that_coordinate
from tinhso.steering.programmes.models import Closure, Programme
from tinhso.steering.programmes.refusals import ChangedMeanwhile
from tinhso.surfaces.web.log.lines import lines
from tinhso.surfaces.web.shell.conflicts import conflict

#: Changes shown below the form.
_SHOWN = 20


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, all settings at once or none."""
    found = asked(request, programme).programme
    account = require(request, Verb.SET_PROGRAMME)
    form = settings_form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, found, form, by=account)
        except ChangedMeanwhile:
            found.refresh_from_db()
            return conflict(request, form, stands=stands(found), version=found.version, back=address_of(found))
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
    return show(request, found, form=form, status=422 if form.errors else 200)


def settings_form(request: HttpRequest, found: Programme) -> SettingsForm:
    """As sent, else as the settings stand."""
    sent = request.POST if request.method == "POST" else None
    return SettingsForm(sent, units=bodies_that_coordinate(found.starts_on), stands=stands(found))


def show(
    request: HttpRequest, found: Programme, *, form: SettingsForm, reason: ReasonForm | None = None, status: int = 200
) -> HttpResponse:
    """The page with its forms."""
    context = {
        "programme": found,
        "form": form,
        "reason": reason or ReasonForm(),
        "closures": Closure.objects.filter(programme=found).select_related("closed_by", "reopened_by"),
        "changes": lines(list(Entry.objects.of_row(found).filter(verb="update").order_by("-id")[:_SHOWN])),
    }
    return render(request, "programme_settings/settings.html", context, status=status)


def address_of(found: Programme) -> str:
    """Where the settings of a programme stand."""
    return reverse("programme_settings:settings", args=(found.pk,))


def _saved(request: HttpRequest, found: Programme, form: SettingsForm, *, by: Account) -> HttpResponse:
    given = dict(form.cleaned_data)
    version, unit = given.pop("version"), given.pop("unit")
    given["named_day_is_late"] = bool(given["named_day_is_late"])
    wanted = Settings(coordinating_unit=Unit.objects.filter(pk=int(unit or 0)).first(), **given)
    change_settings(found, wanted, by=by, version=version)
    messages.success(request, "Đã lưu thiết lập chương trình.")
    return redirect(address_of(found))


def stands(found: Programme) -> dict[str, object]:
    """The settings as the form names them."""
    kept = {field: getattr(found, field) for field in Settings.__slots__ if field != "coordinating_unit"}
    late = "1" if found.named_day_is_late else ""
    unit = str(found.coordinating_unit_id or "")
    return kept | {"unit": unit, "named_day_is_late": late, "version": found.version}
