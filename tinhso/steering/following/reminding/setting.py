"""Setting another rule of reminding in a programme, from a day on."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.lib.dates import write_date
from tinhso.lib.text import nfc
from tinhso.steering.following.models import ReminderRule
from tinhso.steering.following.reminding.moments import Plan
from tinhso.steering.following.reminding.refusals import ReminderRuleRefused, RemindersChanged
from tinhso.steering.following.reminding.rules import newest_rule, refuse_many
from tinhso.steering.programmes.models import Programme


@transaction.atomic
def set_rule(
    programme: Programme, plan: Plan, *, valid_from: date, reason: str, by: Account, seen: int | None = None
) -> ReminderRule:
    """The rule from that day on; what held before stays as it was. Sent twice, it is set once. ``seen`` is the newest
    rule that the person saw, if he looked.

    Raises NotAllowed, ReminderRuleRefused, RemindersChanged.
    """
    standing(by).require(Verb.SET_PROGRAMME)
    refuse_many(plan)
    wanted = {
        "valid_from": valid_from,
        "before": sorted(set(plan.before), reverse=True),
        "on_the_day": plan.on_the_day,
        "after": sorted(set(plan.after)),
        "weeks": plan.weeks,
        "head_after": plan.head_after,
        "reason": nfc(reason)[:300],
        "made_by": by,
    }
    # Two who set it do so one after the other.
    Programme.objects.select_for_update().get(pk=programme.pk)
    last = ReminderRule.objects.filter(pk=newest_rule(programme)).first()
    if last and all(getattr(last, name) == told for name, told in wanted.items()):
        return last
    if seen is not None and seen != (last.pk if last else 0):
        raise RemindersChanged
    _refuse_vain(programme, valid_from)
    return ReminderRule.objects.create(programme=programme, **wanted)


def _refuse_vain(programme: Programme, valid_from: date) -> None:
    """A rule that another one has taken the place of already would never hold."""
    holds = ReminderRule.objects.in_force(timezone.localdate()).filter(programme=programme).first()
    if holds and valid_from < holds.valid_from:
        raise ReminderRuleRefused(why=f"từ ngày {write_date(holds.valid_from)} đã áp dụng một quy tắc đặt sau")
