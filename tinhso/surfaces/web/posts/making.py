"""A new post, and a new holder of one."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.offices.keeping import Holder, make_post, seat
from tinhso.kernel.organisations.models import Post
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.posts.fetching import Office, kept_office
from tinhso.surfaces.web.posts.forms import HolderForm, PostForm


@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, key: str) -> HttpResponse:
    """A post of the unit."""
    about = kept_office(request, key)
    form = PostForm(request.POST if request.method == "POST" else None)

    def done() -> str:
        made = make_post(about.unit, by=about.account, **form.cleaned_data)
        return f"Đã ghi chức vụ {made.called(about.name)}."

    return _answer(request, about, form, done=done, heading=f"Thêm chức vụ tại {about.name}")


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, key: str, post: int) -> HttpResponse:
    """Somebody holds the post from a day on."""
    about = kept_office(request, key)
    found = get_object_or_404(Post.objects.select_related("unit"), pk=post, unit=about.unit)
    form = HolderForm(request.POST if request.method == "POST" else None)

    def done() -> str:
        seated = seat(found, Holder(**form.cleaned_data), by=about.account)
        return f"Đã ghi {seated.person} giữ chức vụ {found.called(about.name)}."

    return _answer(request, about, form, done=done, heading=f"Ai giữ chức vụ {found.called(about.name)}")


def _answer(
    request: HttpRequest, about: Office, form: forms.Form, *, done: Callable[[], str], heading: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, done())
        except TinhsoError as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("posts:list", about.unit.key)
    context = {"about": about, "form": form, "heading": heading}
    return render(request, "posts/form.html", context, status=422 if form.errors else 200)
