"""The home page after the sign-in: straight to the only programme, else a choice."""

from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.standing import person, standing
from tinhso.steering.programmes.actions.make_public import public_programmes
from tinhso.steering.programmes.models import Indicator, Programme, Task
from tinhso.steering.programmes.models.programme import ProgrammeQuerySet

#: Whose day begins with what waits for them.
_WORKERS = (Role.UNIT_OFFICER, Role.HEAD_OF_UNIT)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Whoever reports for a unit to his own work; others to the one programme that they may see, or to their list."""
    if _works_for_a_unit(request):
        return redirect("work:own")
    keys = list(_seen(request).values_list("pk", flat=True)[:2])
    if len(keys) == 1:
        return redirect("pages:board", keys[0])
    return redirect("pages:programmes")


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes that this person may see, the newest first."""
    held = standing(person(request))
    is_citizen = bool(held.roles) and all(each.role == Role.CITIZEN for each in held.roles)
    context = {
        "programmes": _counted(_seen(request)),
        "may_receive": held.may(Verb.RECEIVE_PLAN),
        "may_read": held.may(Verb.READ_PROGRAMMES),
        "is_citizen": is_citizen,
        "public": public_programmes() if is_citizen else [],
    }
    return render(request, "pages/programmes.html", context)


def _works_for_a_unit(request: HttpRequest) -> bool:
    held = standing(person(request)).roles
    return bool(held) and held[0].role in _WORKERS


def _seen(request: HttpRequest) -> ProgrammeQuerySet:
    return Programme.objects.visible_to(person(request), timezone.localdate())


def _counted(programmes: ProgrammeQuerySet) -> ProgrammeQuerySet:
    return programmes.select_related("document").annotate(
        indicator_count=_count_of(Indicator), task_count=_count_of(Task)
    )


def _count_of(items: type[Indicator] | type[Task]) -> Subquery:
    """How many a programme has; a join of both tables would multiply them."""
    present = items._default_manager.filter(programme=OuterRef("pk"), withdrawn_at__isnull=True).order_by()
    return Subquery(present.values("programme").annotate(count=Count("pk")).values("count"))
