"""A post is no more, or somebody no longer holds it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from tinhso.kernel.accounts.offices.keeping import end_holding, end_post
from tinhso.kernel.organisations.models import Holding, Post
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.web.posts.fetching import kept_office


@require_POST
def end_whole_post(request: HttpRequest, key: str, post: int) -> HttpResponse:
    """From the day given (today unless said) there is no such post."""
    about = kept_office(request, key)
    found = get_object_or_404(Post.objects.select_related("unit"), pk=post, unit=about.unit)
    on = parse_date(request.POST.get("on", "")) or timezone.localdate()
    sentence = f"Từ {write_date(on)} không còn chức vụ {found.title}."
    _tell(request, lambda: end_post(found, on=on, by=about.account), sentence)
    return redirect("posts:list", key)


@require_POST
def end_one_holding(request: HttpRequest, key: str, holding: int) -> HttpResponse:
    """From the day given (today unless said) the person no longer holds the post."""
    about = kept_office(request, key)
    found = get_object_or_404(Holding.objects.select_related("post__unit"), pk=holding, post__unit=about.unit)
    on = parse_date(request.POST.get("on", "")) or timezone.localdate()
    sentence = f"{found.person} thôi giữ từ {write_date(on)}."
    _tell(request, lambda: end_holding(found, on=on, by=about.account), sentence)
    return redirect("posts:list", key)


def _tell(request: HttpRequest, end: Callable[[], bool], sentence: str) -> None:
    try:
        ended = end()
    except TinhsoError as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, sentence if ended else "Đã ghi thôi từ trước, không đổi gì thêm.")
