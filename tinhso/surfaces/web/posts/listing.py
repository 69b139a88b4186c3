"""The posts of a unit, those that stand first, each with everybody who held it."""

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.organisations.models import Holding, Post
from tinhso.surfaces.web.posts.fetching import office

_RANKS = list(Post.Rank.values)


@require_safe
def posts(request: HttpRequest, key: str) -> HttpResponse:
    """Three queries, whatever the number of posts and holders."""
    about = office(request, key)
    holders = Holding.objects.select_related("signs_in__account").order_by("seat", "-valid_from")
    rows = Post.objects.filter(unit=about.unit).prefetch_related(Prefetch("holdings", holders))
    ordered = sorted(
        rows.order_by(F("valid_to").desc(nulls_first=True), "title"),
        key=lambda post: (post.valid_to is not None, _RANKS.index(post.rank)),
    )
    context = {
        "about": about,
        "posts": [(post, post.called(about.name)) for post in ordered],
        "today": timezone.localdate(),
    }
    return render(request, "posts/list.html", context)
