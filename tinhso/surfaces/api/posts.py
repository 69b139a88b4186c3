"""Chức vụ of a unit and who holds them: on a day, made, held, ended."""

from django.db.models import Case, Prefetch, QuerySet, Value, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.offices import keeping
from tinhso.kernel.accounts.offices.refusals import NotYourUnit
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.kernel.organisations.models import Holding, Post, Unit
from tinhso.surfaces.api.paging import Page, PageQuery, page
from tinhso.surfaces.api.post_shapes import EndSent, HolderSent, HolderShown, PostSent, PostShown, holder, shown
from tinhso.surfaces.api.units import OnQuery

router = Router()
_POSTS = "/units/{slug:key}/posts"
_POST = f"{_POSTS}/{{int:post}}"
_RANKS = Case(*(When(rank=rank, then=Value(place)) for place, rank in enumerate(Post.Rank.values)))


@router.get(_POSTS, response=Page[PostShown], url_name="posts", summary="Chức vụ của đơn vị và người giữ")
def list_posts(request: HttpRequest, key: str, *, asked: Query[OnQuery], paging: Query[PageQuery]) -> dict[str, object]:
    """The posts that there are on the day, those that stand first, each with who holds it that day."""
    require(request, Verb.READ_ORGANISATIONS)
    unit = get_object_or_404(Unit, key=key)
    rows = _with_holders(Post.objects.filter(unit=unit).valid_on(asked.day), Holding.objects.valid_on(asked.day))
    order = ("place", "title", "id")
    return page(rows.annotate(place=_RANKS), order, query=paging, request=request, show=shown)


@router.post(_POSTS, response={201: PostShown}, url_name="make_post", summary="Thêm chức vụ")
def send_post(request: HttpRequest, key: str, sent: PostSent) -> Status[PostShown]:
    """A post of the unit from a day on, held by nobody yet; by its head, or who keeps the organisations."""
    unit, by = _kept(request, key)
    made = keeping.make_post(unit, sent.title, rank=sent.rank, since=sent.since, by=by)
    return Status(201, _stands(made))


@router.post(f"{_POST}/holders", response={201: HolderShown}, url_name="hold_post", summary="Ghi người giữ chức vụ")
def send_holder(request: HttpRequest, key: str, post: int, *, sent: HolderSent) -> Status[HolderShown]:
    """Somebody holds the post from a day on; sent twice he is one holder."""
    unit, by = _kept(request, key)
    found = get_object_or_404(Post.objects.select_related("unit"), pk=post, unit=unit)
    name = sent.account.strip().lower()
    account = get_object_or_404(Account, username=name) if name else None
    seated = keeping.seat(found, keeping.Holder(**sent.dict(exclude={"account"}), account=account), by=by)
    return Status(201, holder(seated))


@router.post(f"{_POST}/end", response=PostShown, url_name="end_post", summary="Thôi một chức vụ")
def send_end(request: HttpRequest, key: str, post: int, *, sent: EndSent) -> PostShown:
    """From the day on there is no such post, and nobody holds it. One that has ended stays as it is."""
    unit, by = _kept(request, key)
    found = get_object_or_404(Post.objects.select_related("unit"), pk=post, unit=unit)
    keeping.end_post(found, on=sent.on, by=by)
    return _stands(found)


@router.post(
    "/units/{slug:key}/holders/{int:holding}/end",
    response=HolderShown,
    url_name="end_holding",
    summary="Thôi giữ một chức vụ",
)
def send_holder_end(request: HttpRequest, key: str, holding: int, *, sent: EndSent) -> HolderShown:
    """From the day on the person no longer holds the post. Who has ended stays as he is."""
    unit, by = _kept(request, key)
    found = get_object_or_404(Holding.objects.select_related("post__unit"), pk=holding, post__unit=unit)
    keeping.end_holding(found, on=sent.on, by=by)
    found.refresh_from_db()
    return holder(found)


def _kept(request: HttpRequest, key: str) -> tuple[Unit, Account]:
    """The unit, and the caller, who keeps its posts. Raises NotYourUnit."""
    by, unit = require(request, Verb.READ_ORGANISATIONS), get_object_or_404(Unit, key=key)
    if not keeping.keeps_posts(by, unit):
        raise NotYourUnit
    return unit, by


def _stands(post: Post) -> PostShown:
    """As it stands now, with everybody who ever held it."""
    return shown(_with_holders(Post.objects.filter(pk=post.pk), Holding.objects.all()).get())


def _with_holders(posts: "QuerySet[Post]", holdings: "QuerySet[Holding]") -> "QuerySet[Post]":
    holders = holdings.select_related("signs_in__account").order_by("seat", "-valid_from")
    return posts.prefetch_related(Prefetch("holdings", holders))
