"""The notices of a person: those to himself, and those to the units at which he holds the verb named."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import GRANTS, Role, Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.following.models import Notice, NoticeReading
from tinhso.steering.following.reach import followed, own_units

#: The verbs to whose holders notices go.
VERBS = (Verb.REPORT, Verb.APPROVE_REPORT, Verb.CONFIRM, Verb.TAKE_REPORTS)


def notices_of(account: Account, day: date) -> QuerySet[Notice]:
    """The newest first, each with ``is_read``; what the person did himself is not told to him."""
    found = _told(account, day).annotate(is_read=_read_by(account))
    return found.select_related("task", "deed", "deed__account", "deed__in_name_of")


def unread(account: Account, day: date) -> QuerySet[Notice]:
    """Those that the person has not read."""
    return notices_of(account, day).filter(~_read_by(account))


def count_unread(account: Account, day: date) -> int:
    """How many these are."""
    return _told(account, day).filter(~_read_by(account)).count()


def mark_read(account: Account, notices: QuerySet[Notice]) -> int:
    """How many the person had not read before."""
    keys = list(notices.values_list("pk", flat=True))
    known = set(NoticeReading.objects.filter(account=account, notice__in=keys).values_list("notice", flat=True))
    fresh = [NoticeReading(notice_id=key, account=account) for key in keys if key not in known]
    NoticeReading.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _told(account: Account, day: date) -> QuerySet[Notice]:
    mine, roster = Q(account=account), Roster.on(day)
    for verb in VERBS:
        if units := own_units(account, verb, day):
            mine |= Q(unit__in=followed(units, roster), verb=verb)
    if heads := _only_heads(account, day):
        # Of what is due the head is told by his own right: when it is late, or there is nobody else.
        mine &= ~Q(unit__in=followed(heads, roster), verb=Verb.REPORT, thing__gt="")
    others = Q(deed__isnull=True) | ~Q(deed__account=account)
    others &= Q(by__isnull=True) | ~Q(by=account)
    return Notice.objects.filter(mine, others, task__withdrawn_at__isnull=True)


def _only_heads(account: Account, day: date) -> set[int]:
    """The units that the person heads, and for which he does not report as an officer as well."""
    held = [(role.unit_id, GRANTS[Role(role.role)]) for role in standing(account, day).roles if role.unit_id]
    heads = {unit for unit, verbs in held if Verb.APPROVE_REPORT in verbs}
    return heads - {unit for unit, verbs in held if Verb.REPORT in verbs and Verb.APPROVE_REPORT not in verbs}


def _read_by(account: Account) -> Exists:
    return Exists(NoticeReading.objects.filter(notice=OuterRef("pk"), account=account))
