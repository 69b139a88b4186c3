"""What the search over everything finds here: indicators, tasks, documents."""

from collections.abc import Sequence

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.programmes.models import Indicator, PlanDocument, Programme, Task
from tinhso.surfaces.web.shell.search import Hit, Provider


def _seen(account: Account) -> QuerySet[Programme]:
    return Programme.objects.visible_to(account, timezone.localdate())


def indicators(query: str, account: Account, most: int) -> Sequence[Hit]:
    """Indicators of the programmes that this person may see."""
    found = Indicator.objects.current().matching(query).filter(programme__in=_seen(account)).select_related("programme")
    return [
        Hit(
            f"{each.code} {each.name}",
            reverse("pages:indicator", args=(each.programme_id, each.pk)),
            each.programme.name,
        )
        for each in found.order_by("-programme__starts_on", "position")[:most]
    ]


def tasks(query: str, account: Account, most: int) -> Sequence[Hit]:
    """Tasks of the programmes that this person may see."""
    found = Task.objects.current().matching(query).filter(programme__in=_seen(account)).select_related("programme")
    return [
        Hit(
            f"{each.code} {each.text}"[:240],
            reverse("pages:task", args=(each.programme_id, each.pk)),
            each.programme.name,
        )
        for each in found.order_by("-programme__starts_on", "position")[:most]
    ]


def documents(query: str, account: Account, most: int) -> Sequence[Hit]:
    """Documents that a programme stands on which this person may see."""
    found = PlanDocument.objects.matching(query).filter(programme__in=_seen(account)).annotate(key=F("programme__pk"))
    rows = found.values_list("title", "number", "symbol", "key")[:most]
    return [
        Hit(title, reverse("pages:plan_text", args=(key,)), "/".join(part for part in (number, symbol) if part))
        for title, number, symbol, key in rows
    ]


SEARCH: tuple[Provider, ...] = (
    Provider("Chỉ tiêu", 20, indicators),
    Provider("Nhiệm vụ", 30, tasks),
    Provider("Văn bản", 50, documents),
)
