"""So sánh: what a corrected document, or a better reading, would change; decided one by one, then applied."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Schema
from pydantic import Field

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.programmes.actions.apply import apply_decided, proposal_of, with_rest
from tinhso.steering.programmes.actions.decide import decide, decisions_of
from tinhso.steering.programmes.actions.reread import Rereading
from tinhso.steering.programmes.models import Decision, PlanDocument
from tinhso.steering.programmes.refusals import NoSuchChange
from tinhso.steering.programmes.weighing import Weighed, weighed
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version
from tinhso.surfaces.api.examples import shown_as
from tinhso.surfaces.api.shapes import Sent

router = Router()
_COMPARISON = "/{int:programme}/comparisons/{int:document}"
_CHANGE = {
    "key": "task:12:13",
    "kind": "task",
    "what": "changed",
    "code": "II.1.a",
    "text": "Xây dựng Quy chế quản lý",
    "differences": [{"label": "Thời hạn", "before": "tháng 10/2022", "after": "tháng 12/2022"}],
    "held": False,
    "ours": "",
    "choice": "",
    "decided_by": None,
    "decided_at": None,
}


class DifferenceShown(Schema):
    """One field that reads otherwise."""

    label: str
    before: str
    after: str


class ChangeShown(Schema):
    """What became of one item, and what was decided about it."""

    model_config = shown_as(_CHANGE)

    key: str = Field(description="Tên của thay đổi trong lần so sánh này. Names it within this comparison.")
    kind: str
    what: str = Field(description="new, gone, changed")
    code: str
    text: str
    differences: list[DifferenceShown]
    held: bool = Field(description="Có người đã sửa mục này. A person has changed the item.")
    ours: str = Field(description="Lời của người đã sửa. What the programme says then.")
    choice: str = Field(description="take, keep, hoặc rỗng (or empty)")
    decided_by: str | None
    decided_at: datetime | None


class Comparison(Schema):
    """Every change; the ETag carries the programme's version, which the application needs."""

    model_config = shown_as({"document": 2, "undecided": 1, "changes": [_CHANGE]})

    document: int
    undecided: int
    changes: list[ChangeShown]


class DecisionsSent(Sent):
    """Key of a change → what is decided; `rest` takes the new words of all else that no person had changed."""

    model_config = {**Sent.model_config, **shown_as({"choices": {"task:12:13": "take"}, "rest": False})}

    choices: dict[str, Decision.Choice] = Field(default_factory=dict, max_length=5_000)
    rest: bool = False


class Applied(Schema):
    """How many changes were taken, and how many left as they were."""

    model_config = shown_as({"taken": 3, "kept": 1})

    taken: int
    kept: int


@router.get(_COMPARISON, response=Comparison, url_name="comparison", summary="So sánh với một bản văn bản")
def get_comparison(request: HttpRequest, programme: int, document: int, *, response: HttpResponse) -> Comparison:
    """The programme beside another document, or its own read again; nothing is written."""
    proposal, _by = _asked(request, programme, document)
    return _shown(response, proposal)


@router.post(f"{_COMPARISON}/decisions", response=Comparison, url_name="decide_changes", summary="Quyết định thay đổi")
def send_decisions(
    request: HttpRequest, programme: int, document: int, *, response: HttpResponse, sent: DecisionsSent
) -> Comparison:
    """One, some or all; a later decision replaces, and nothing is applied yet."""
    proposal, by = _asked(request, programme, document)
    known = {change.key for change in proposal.shown}
    for key in sent.choices:
        if key not in known:
            raise NoSuchChange(key=key[:40])
    choices = {key: choice.value for key, choice in sent.choices.items()}
    choices = with_rest(proposal, choices) if sent.rest else choices
    decide(proposal.programme, proposal.document, choices, by=by)
    return _shown(response, proposal)


@router.post(
    f"{_COMPARISON}/application",
    response=Applied,
    url_name="apply_comparison",
    summary="Áp dụng bản đã sửa",
    openapi_extra=IF_MATCH,
)
def send_application(request: HttpRequest, programme: int, document: int) -> Applied:
    """Everything decided takes effect at once; work already recorded stays with its items."""
    proposal, by = _asked(request, programme, document)
    taken, kept = apply_decided(proposal, by=by, version=wanted_version(request))
    return Applied(taken=taken, kept=kept)


def _asked(request: HttpRequest, programme: int, document: int) -> tuple[Rereading, Account]:
    found, by = seen_programme(request, programme), require(request, Verb.START_PROGRAMME)
    other = get_object_or_404(PlanDocument.objects.select_related("reading"), pk=document)
    return proposal_of(found, other), by


def _shown(response: HttpResponse, proposal: Rereading) -> Comparison:
    show_version(response, proposal.programme.version)
    changes = weighed(proposal, decisions_of(proposal.programme, proposal.document))
    return Comparison(
        document=proposal.document.pk,
        undecided=sum(not each.choice for each in changes),
        changes=[_change(each) for each in changes],
    )


def _change(each: Weighed) -> ChangeShown:
    decision = each.decision
    return ChangeShown(
        **each.change.as_json(),
        held=each.is_held,
        ours=each.ours,
        choice=each.choice,
        decided_by=decision.by.username if decision else None,
        decided_at=decision.at if decision else None,
    )
