"""What a list of tasks is narrowed to, as the address says it: ?q=&tinh_trang=&de_muc=&don_vi=&vai_tro=…"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, QueryDict

from tinhso.kernel.organisations.edition import ORGANISATIONS, kept_for
from tinhso.kernel.organisations.roster import Roster
from tinhso.lib.numbers import whole_number
from tinhso.steering.following.models import Completion, Extension
from tinhso.steering.pages import bodies
from tinhso.steering.pages.asked import Asked
from tinhso.steering.pages.choosing import EVERYTHING, Chosen, chosen, offer, wanted
from tinhso.steering.pages.fields import DayField
from tinhso.steering.pages.parameters import refuse_unknown
from tinhso.steering.programmes import filters
from tinhso.steering.programmes.edition import PROGRAMMES
from tinhso.steering.programmes.models import Acceptance, Assignment, Deadline, Heading, Task
from tinhso.steering.programmes.states import TaskState
from tinhso.steering.programmes.task_queries import ORDERS, TaskQuerySet

#: Stands for "none of them" in a choice: no section, no owner, no day; "?" for owners that a person must still choose.
NONE, UNSURE = "khong", "chua_ro"
#: The address's word for the columns shown (task_columns).
COLUMNS = "cot"
GROUPINGS = (
    ("", "Không gộp"),
    ("de_muc", "Theo đề mục"),
    ("don_vi", "Theo đơn vị chủ trì"),
    ("thang", "Theo tháng đến hạn"),
)
ROLES = (("", "Chủ trì hoặc phối hợp"), ("lead", "Chủ trì"), ("cooperator", "Phối hợp"))
#: States asked for together.
OPEN, DONE = "chua", "xong"
_TOGETHER = {
    OPEN: frozenset({TaskState.OPEN_IN_TIME, TaskState.OPEN_OVERDUE, TaskState.OPEN_UNDATED}),
    DONE: frozenset({TaskState.DONE_IN_TIME, TaskState.DONE_OVERDUE, TaskState.DONE_UNDATED}),
}
STATES = ((OPEN, "Chưa hoàn thành"), (DONE, "Đã hoàn thành"), *TaskState.choices)
WAITING = (
    ("xac_nhan", "Chờ xác nhận hoàn thành"),
    ("duyet", "Chờ thủ trưởng duyệt"),
    ("gia_han", "Chờ quyết định gia hạn"),
)
_RARE = ("vai_tro", "phoi_hop", "tu", "den", "can_cu", "nguon", "cho", "duyet", "nhom")


class TaskForm(forms.Form):
    """The filter's fields; none is required."""

    q = forms.CharField(label="Từ cần tìm", required=False, max_length=200)
    tinh_trang = forms.ChoiceField(label="Tình trạng", required=False, choices=[EVERYTHING, *STATES])
    de_muc = forms.ChoiceField(label="Đề mục", required=False)
    don_vi = forms.ChoiceField(label="Đơn vị", required=False)
    vai_tro = forms.ChoiceField(label="Vai trò", required=False, choices=ROLES)
    tu = DayField(label="Hạn từ ngày", required=False)
    den = DayField(label="Hạn đến ngày", required=False)
    can_cu = forms.ChoiceField(
        label="Thời hạn lấy từ", required=False, choices=[EVERYTHING, *Deadline.Basis.choices, (NONE, "Không có")]
    )
    phoi_hop = forms.ChoiceField(label="Đơn vị phối hợp", required=False)
    nguon = forms.ChoiceField(label="Nguồn giao", required=False, choices=[EVERYTHING, *Task.Origin.choices])
    cho = forms.ChoiceField(label="Đang chờ", required=False, choices=[EVERYTHING, *WAITING])
    duyet = forms.ChoiceField(label="Duyệt", required=False, choices=[EVERYTHING, *Acceptance.choices])
    nhom = forms.ChoiceField(label="Gộp", required=False, choices=GROUPINGS)

    def __init__(self, query: QueryDict, asked: Asked, roster: Roster) -> None:
        super().__init__(query, label_suffix="")
        offer(self, "de_muc", [*_sections(asked.programme.pk), (NONE, "Không thuộc đề mục nào")])
        also = [*bodies.own_units(asked.account), query.get("don_vi", "")]
        nobody = [(NONE, "Không nêu người chủ trì"), (UNSURE, "Chưa rõ là đơn vị nào")]
        named = bodies.choices(_named(asked.programme.pk), roster, *also, query.get("phoi_hop", ""))
        offer(self, "don_vi", [*named, ("Chưa có", nobody)])
        offer(self, "phoi_hop", named)

    @property
    def has_rare(self) -> bool:
        """Whether one of the seldom used fields narrows the list, so that they are shown open."""
        return any(self.data.get(name) for name in _RARE)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The tasks that answer, in their order, and how the question was put."""

    tasks: TaskQuerySet
    form: TaskForm
    order: str
    grouping: str
    roster: Roster
    chosen: list[Chosen]


def narrowed(request: HttpRequest, asked: Asked, *also: str) -> Narrowed:
    """The programme's tasks as the address narrows and sorts them; ``also`` are parameters of that page alone."""
    refuse_unknown(request, (*TaskForm.base_fields, COLUMNS, *also))
    roster = Roster.on(asked.working_day)
    form = TaskForm(request.GET, asked, roster)
    asks = wanted(form)
    grouping, order = asks.pop("nhom", ""), request.GET.get("sort", "")
    order = order if order in ORDERS else "position"
    found = _narrow(asked, asks, order=order, roster=roster)
    return Narrowed(found, form, order, grouping, roster, chosen=chosen(form, asks, request.GET))


def tasks_of(asked: Asked) -> TaskQuerySet:
    """All tasks that the programme has."""
    return filters.tasks_of(asked.programme, filters.TaskFilter(), day=asked.day)


def titles(sections: Iterable[Heading]) -> list[tuple[str, str]]:
    """Key and title of each, as a chooser takes them."""
    return [(str(section.pk), section_title(section)) for section in sections]


def section_title(section: Heading) -> str:
    """ "II.1. Tiếp tục hoàn thiện môi trường pháp lý"."""
    return f"{section.code}. {section.text}" if section.code else section.text


def _narrow(asked: Asked, asks: Mapping[str, Any], *, order: str, roster: Roster) -> TaskQuerySet:
    body, section, basis = (asks.get(name, "") for name in ("don_vi", "de_muc", "can_cu"))
    plain = filters.TaskFilter(
        query=asks.get("q", ""),
        states=_states(asks.get("tinh_trang", "")),
        section=whole_number(section) or None,
        due_from=asks.get("tu"),
        due_to=asks.get("den"),
        basis=basis if basis != NONE else "",
        acceptance=asks.get("duyet", ""),
        without_lead=body == NONE,
        unsure_people=body == UNSURE,
        order=order,
    )
    found = filters.tasks_of(asked.programme, plain, day=asked.day)
    if body not in ("", NONE, UNSURE):
        found = found.with_any(bodies.about(body, roster, asks.get("vai_tro", "")))
    if "phoi_hop" in asks:
        found = found.with_any(bodies.about(asks["phoi_hop"], roster, Assignment.Role.COOPERATOR))
    found = found.filter(section__isnull=True) if section == NONE else found
    found = found.filter(origin=asks["nguon"]) if "nguon" in asks else found
    found = found.filter(_waits(asks["cho"])) if "cho" in asks else found
    return found.with_basis("") if basis == NONE else found


def _states(wanted: str) -> frozenset[TaskState]:
    return _TOGETHER.get(wanted) or frozenset({TaskState(wanted)} if wanted else ())


def _waits(what: str) -> Exists:
    """Something waits for somebody: a claim that a task is done, or a request for more time."""
    own = {"task": OuterRef("pk")}
    if what == "gia_han":
        return Exists(Extension.objects.waiting().filter(**own))
    return Exists(
        (Completion.objects.for_head() if what == "duyet" else Completion.objects.unconfirmed()).filter(**own)
    )


@kept_for(PROGRAMMES)
def _sections(programme: int) -> Sequence[tuple[str, str]]:
    """The headings under which tasks stand, as in the document, as choices."""
    tasks = Task.objects.filter(programme=programme).current().order_by()
    return titles(Heading.objects.filter(pk__in=tasks.values("section")).in_document_order())


@kept_for(PROGRAMMES, ORGANISATIONS)
def _named(programme: int) -> bodies.Named:
    tasks = Task.objects.filter(programme=programme).current().order_by()
    return bodies.named_by(Assignment.objects.current().in_roles("lead", "cooperator").filter(task__in=tasks))
