"""Khung nhìn: the page of them, saving, changing, deleting, opening with one; the columns of the list."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.numbers import whole_number
from tinhso.steering.pages.asked import Asked, asked
from tinhso.steering.pages.views.forms import ViewForm
from tinhso.steering.pages.views.habits import habit, open_with, remember_columns
from tinhso.steering.pages.views.keeping import (
    Wanted,
    change_view,
    delete_view,
    may_keep,
    own_units,
    refuse_stranger,
    save_view,
)
from tinhso.steering.pages.views.menu import views_of
from tinhso.steering.pages.views.models import SavedView
from tinhso.steering.pages.views.queries import view_query
from tinhso.steering.programmes.refusals import ChangedMeanwhile
from tinhso.surfaces.web.shell.conflicts import conflict


@require_http_methods(["GET", "HEAD", "POST"])
def views(request: HttpRequest, programme: int) -> HttpResponse:
    """The views that the person may use; sent, the list as it stood is saved under a name."""
    about = asked(request, programme)
    query = view_query(QueryDict(request.POST.get("query", "") or request.GET.get("query", "")))
    form = _form(request, about)
    if request.method == "POST" and form.is_valid():
        view = save_view(about.programme, query, _wanted(form), by=about.account)
        messages.success(request, f"Đã lưu khung nhìn “{view.name}”.")
        return redirect(view.address)
    return _page(request, about, form=form, query=query)


@require_POST
def change(request: HttpRequest, programme: int, view: int) -> HttpResponse:
    """Another name, other people."""
    about = asked(request, programme)
    found, form = _fetch(about, view), _form(request, about)
    refuse_stranger(found, about.account)
    if not form.is_valid():
        return _page(request, about, form=form, query="")
    try:
        change_view(found, _wanted(form), version=whole_number(request.POST.get("version", "")), by=about.account)
    except ChangedMeanwhile:
        found.refresh_from_db()
        stands = {"name": found.name, "sharing": found.sharing}
        return conflict(request, form, stands=stands, version=found.version, back=_address(about))
    messages.success(request, f"Đã sửa khung nhìn “{form.cleaned_data['name']}”.")
    return redirect(_address(about))


@require_POST
def delete(request: HttpRequest, programme: int, view: int) -> HttpResponse:
    """Gone for everybody, when the button with its name was pressed."""
    about = asked(request, programme)
    found = _fetch(about, view)
    refuse_stranger(found, about.account)
    if request.POST.get("xoa") != "1":
        return redirect(_address(about))
    delete_view(found, by=about.account)
    messages.success(request, f"Đã xóa khung nhìn “{found.name}”.")
    return redirect(_address(about))


@require_POST
def opening(request: HttpRequest, programme: int, view: int) -> HttpResponse:
    """The list opens with this view from now on; chosen again, with everything."""
    about = asked(request, programme)
    found, kept = _fetch(about, view), habit(about)
    taken_back = bool(kept and kept.opens_with_id == found.pk and request.POST.get("mo") != "1")
    open_with(about.account, None if taken_back else found, about.programme)
    told = "mọi nhiệm vụ" if taken_back else f"khung nhìn “{found.name}”"
    messages.success(request, f"Danh sách nhiệm vụ sẽ mở đầu bằng {told}.")
    return redirect(_address(about))


@require_POST
def columns(request: HttpRequest, programme: int) -> HttpResponse:
    """The person's columns for this programme's list from now on."""
    about = asked(request, programme)
    remember_columns(about.account, about.programme, request.POST.getlist("cot"))
    query = QueryDict(request.POST.get("query", ""), mutable=True)
    query.pop("cot", None)
    kept = view_query(query)
    return redirect(f"{about.link('tasks')}?{kept or 'q='}")


def _page(request: HttpRequest, about: Asked, *, form: ViewForm, query: str) -> HttpResponse:
    kept = habit(about)
    context = {
        "asked": about,
        "form": form,
        "query": query,
        "rows": [(view, may_keep(view, about.account), _form(request, about, view)) for view in views_of(about)],
        "opens_with": kept.opens_with_id if kept else None,
    }
    return render(request, "views/views.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, about: Asked, view: SavedView | None = None) -> ViewForm:
    """As sent; of a view, as that stands."""
    initial = {"name": view.name, "sharing": view.sharing} if view else {}
    sent = request.POST if request.method == "POST" and view is None else None
    may_share = standing(about.account).may(Verb.SET_PROGRAMME)
    return ViewForm(sent, may_share=may_share, has_unit=bool(own_units(about.account)), **initial)


def _wanted(form: ViewForm) -> Wanted:
    return Wanted(form.cleaned_data["name"], form.cleaned_data["sharing"])


def _fetch(about: Asked, view: int) -> SavedView:
    seen = SavedView.objects.filter(programme=about.programme).visible_to(about.account, own_units(about.account))
    return get_object_or_404(seen, pk=view)


def _address(about: Asked) -> str:
    return reverse("views:views", args=(about.programme.pk,))
