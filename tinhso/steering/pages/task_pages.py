"""Nhiệm vụ: the list with its filters, the same list as a workbook, one task, accepting it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from tinhso.steering.pages import task_groups
from tinhso.steering.pages.asked import asked
from tinhso.steering.pages.bulk.deeds import offered
from tinhso.steering.pages.showing import show
from tinhso.steering.pages.state_counts import state_parts
from tinhso.steering.pages.task_columns import COLUMNS
from tinhso.steering.pages.task_filter import narrowed
from tinhso.steering.pages.task_leaf import rows_of
from tinhso.steering.pages.task_sheet import workbook
from tinhso.steering.pages.task_view import task_view
from tinhso.steering.pages.views.habits import columns_of, habit
from tinhso.steering.pages.views.menu import menu
from tinhso.steering.pages.work.panel import panel
from tinhso.steering.programmes.counts import counted, states_on
from tinhso.steering.programmes.fetching import task_shown
from tinhso.surfaces.web.shell.downloads import workbook_response


@require_safe
def task_list(request: HttpRequest, programme: int) -> HttpResponse:
    """The tasks as the address narrows, sorts and groups them, a leaf at a time."""
    about = asked(request, programme)
    kept = habit(about)
    if kept and kept.opens_with and not request.GET:
        return redirect(kept.opens_with.address)
    found = narrowed(request, about)
    everything = task_groups.places(found.tasks, found.grouping, found.roster)
    page = task_groups.leaf(everything, request.GET.get("page", "1"))
    keys, states = {task for _words, task in everything}, states_on(about.programme.pk, about.day)
    context = {
        "asked": about,
        "found": found,
        "page": page,
        "groups": task_groups.grouped(list(page), everything, rows_of(about, [task for _, task in page])),
        "parts": state_parts(counted(states[key] for key in keys if key in states), request.GET, about),
        "columns": columns_of(request, kept),
        "all_columns": COLUMNS,
        "menu": menu(request, about, kept),
        "deeds": offered(about.account),
        "count": len(keys),
    }
    return show(request, "task_list", context, part="_task_list")


@require_safe
def task_workbook(request: HttpRequest, programme: int) -> HttpResponse:
    """The same list, all leaves, as an Excel workbook with typed dates."""
    about = asked(request, programme)
    found = narrowed(request, about)
    everything = task_groups.places(found.tasks, found.grouping, found.roster)
    groups = task_groups.grouped(everything, everything, rows_of(about, [task for _, task in everything]))
    columns = columns_of(request, habit(about))
    content = workbook(groups, asked=about, found=found, columns=columns)
    return workbook_response(content, f"nhiem-vu-{about.programme.code}-{about.day:%Y%m%d}")


@require_safe
def task(request: HttpRequest, programme: int, task: int) -> HttpResponse:
    """One task with everything known of it; what a corrected version left out stays to be read, and says so."""
    about = asked(request, programme)
    found = task_shown(about.programme, task)
    if found is None:
        raise Http404
    return show(request, "task", {"asked": about, "view": task_view(found, about), "work": panel(found, about)})
