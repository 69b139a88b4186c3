"""Quy tắc nhắc hạn: when a programme reminds of what is due; what holds, what held, and another from a day on."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.api.reminder_shapes import PlanShown, RemindersShown, RuleSent, RuleShown
from tinhso.steering.api.seen import seen_programme
from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.rules import newest_rule, plan_on
from tinhso.steering.following.reminding.setting import set_rule
from tinhso.steering.programmes.models import Programme
from tinhso.surfaces.api.description import IF_MATCH
from tinhso.surfaces.api.etags import show_version, wanted_version

router = Router()


@router.get(
    "/{int:programme}/reminder-rules", response=RemindersShown, url_name="reminder_rules", summary="Quy tắc nhắc hạn"
)
def get_rules(request: HttpRequest, programme: int, *, response: HttpResponse) -> RemindersShown:
    """For whoever may set them."""
    return _shown(response, _asked(request, programme)[0])


@router.put(
    "/{int:programme}/reminder-rules",
    response=RemindersShown,
    url_name="set_reminder_rule",
    summary="Đặt quy tắc nhắc hạn",
    openapi_extra=IF_MATCH,
)
def put_rule(request: HttpRequest, programme: int, *, response: HttpResponse, sent: RuleSent) -> RemindersShown:
    """From the first day named on; the same sent twice is set once."""
    found, by = _asked(request, programme)
    plan = Plan(tuple(sent.before), sent.on_the_day, tuple(sent.after), weeks=sent.weeks, head_after=sent.head_after)
    seen = wanted_version(request)
    set_rule(found, plan, valid_from=sent.valid_from, reason=sent.reason, by=by, seen=seen)
    return _shown(response, found)


def _asked(request: HttpRequest, programme: int) -> tuple[Programme, Account]:
    return seen_programme(request, programme), require(request, Verb.SET_PROGRAMME)


def _shown(response: HttpResponse, programme: Programme) -> RemindersShown:
    show_version(response, newest_rule(programme))
    return RemindersShown(
        holds=PlanShown.of(plan_on(programme.pk, timezone.localdate())),
        rules=[RuleShown.of_rule(rule) for rule in ReminderRule.objects.filter(programme=programme)],
    )
