"""Nhật ký nhắc, báo: what the programme told, to which post of which unit, when, by page and by letter."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.told import told_in
from tinhso.steering.pages.asked import asked
from tinhso.steering.programmes.models import Programme
from tinhso.surfaces.web.carrying.asking import leaf

_LEAF = 50
#: The right by which somebody is told, as his post is called.
_POSTS = {
    Verb.REPORT: "cán bộ báo cáo",
    Verb.APPROVE_REPORT: "thủ trưởng",
    Verb.CONFIRM: "người theo dõi",
    Verb.TAKE_REPORTS: "cán bộ tổng hợp báo cáo",
}


class ToldFilter(forms.Form):
    """What the list may be narrowed to."""

    unit = forms.ChoiceField(label="Đơn vị", required=False)
    kind = forms.ChoiceField(label="Loại", required=False, choices=(("", "Tất cả"), *Notice.Kind.choices))

    def __init__(self, request: HttpRequest, units: dict[str, str]) -> None:
        super().__init__(request.GET)
        chooser = self.fields["unit"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [("", "Mọi đơn vị"), *units.items()]


@require_safe
def told(request: HttpRequest, programme: int) -> HttpResponse:
    """The newest first, by unit and kind."""
    found = asked(request, programme).programme
    require(request, Verb.SET_PROGRAMME)
    form = ToldFilter(request, _units(found))
    rows = told_in(found) if form.is_valid() else Notice.objects.none()
    for name, value in (form.cleaned_data if form.is_valid() else {}).items():
        rows = rows.filter(**{name: value}) if value else rows
    page = Paginator(rows, leaf(request, _LEAF)).get_page(request.GET.get("page"))
    names = _units(found)
    lines = [(notice, names.get(str(notice.unit_id), ""), _post(notice)) for notice in page.object_list]
    context = {"programme": found, "form": form, "page": page, "lines": lines}
    return render(request, "programme_settings/told.html", context)


def _post(notice: Notice) -> str:
    if notice.account is not None:
        return notice.account.display_name
    return _POSTS.get(Verb(notice.verb), notice.verb)


def _units(programme: Programme) -> dict[str, str]:
    """The units that were told anything, by name."""
    keys = Notice.objects.filter(programme=programme, unit__isnull=False).order_by().values_list("unit", flat=True)
    roster = Roster.on(timezone.localdate())
    versions = roster.versions_of(key for key in keys.distinct() if key)
    named = sorted(versions.values(), key=lambda version: version.sort_key)
    return {str(version.unit_id): roster.called(version) for version in named}
