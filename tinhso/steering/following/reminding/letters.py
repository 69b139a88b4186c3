"""Notices that go by e-mail: one letter a person a working day, urgent ones at once where he asked for that."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import cache

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.mail.kinds import urgent_kinds
from tinhso.kernel.mail.models import MailWishes
from tinhso.kernel.mail.writing import wishes_of, write_letter
from tinhso.kernel.organisations.office_calendar import office_calendar
from tinhso.steering.following.actions.remind import open_keys
from tinhso.steering.following.inbox import unread
from tinhso.steering.following.models import Notice, NoticeLetter
from tinhso.steering.following.reminding.wording import digest, office_of, urgent

#: What was told on the page longer ago goes by no letter any more.
LATELY = timedelta(days=7)
OpenKeys = Callable[[], frozenset[str]]


def write_letters(now: datetime) -> int:
    """How many letters were written. Run every few minutes; what was written once is not written again."""
    day = timezone.localdate(now)
    still_open: OpenKeys = cache(lambda: open_keys(day))
    written = sum(_at_once(account, now, still_open) for account in _impatient(day))
    if office_calendar().is_working_day(day):
        written += sum(_daily(account, now, still_open) for account in _undigested(now))
    return written


def _people(day: date) -> "QuerySet[Account]":
    """Those with an address and some role today, who have not turned letters off."""
    held = RoleAssignment.objects.valid_on(day).filter(account=OuterRef("pk"))
    found = Account.objects.filter(Exists(held), is_active=True, email__gt="")
    return found.exclude(mail_wishes__by_mail=False).select_related("mail_wishes").order_by("pk")


def _impatient(day: date) -> "QuerySet[Account]":
    return _people(day).filter(mail_wishes__pace__in=(MailWishes.Pace.URGENT, MailWishes.Pace.ALL))


def _undigested(now: datetime) -> "QuerySet[Account]":
    """Those whose hour has come and whose digest of the day has not been looked after."""
    here, usual = timezone.localtime(now), MailWishes._meta.get_field("digest_at").get_default()
    hour = Q(mail_wishes__digest_at__lte=here.time())
    hour |= Q(mail_wishes__isnull=True) if here.time() >= usual else Q(pk__in=())
    done = Q(mail_wishes__digested_on__gte=here.date())
    return _people(here.date()).filter(hour).exclude(done)


def _daily(account: Account, now: datetime, still_open: OpenKeys) -> bool:
    day = timezone.localdate(now)
    with transaction.atomic():
        wishes = wishes_of(account)
        before = MailWishes.objects.filter(pk=wishes.pk).exclude(digested_on__gte=day)
        if not before.update(digested_on=day):
            return False
        notices = _untold(account, wishes, now=now, still_open=still_open)
        if not notices:
            return False
        _write(account, notices, now, key=f"digest:{account.pk}:{day}", kind="digest")
    return True


def _at_once(account: Account, now: datetime, still_open: OpenKeys) -> bool:
    wishes, pressing = account.mail_wishes, urgent_kinds()
    found = _untold(account, wishes, now=now, still_open=still_open)
    notices = [notice for notice in found if wishes.at_once(pressing, notice.kind)]
    if not notices:
        return False
    try:
        with transaction.atomic():
            _write(account, notices, now, key=f"now:{account.pk}:{max(each.pk for each in notices)}", kind="now")
    except IntegrityError:
        # Another worker was faster with one of them; the rest comes with the next round.
        return False
    return True


def _untold(account: Account, wishes: MailWishes, *, now: datetime, still_open: OpenKeys) -> list[Notice]:
    """Unread, in no letter yet, of a kind that he wants, still to be done; of one thing only the latest."""
    told = Exists(NoticeLetter.objects.filter(notice=OuterRef("pk"), account=account))
    found = unread(account, timezone.localdate(now)).filter(created_at__gt=now - LATELY, created_at__lte=now)
    rows = list(found.annotate(is_told=told).order_by("created_at", "pk"))
    latest = {notice.thing: notice.pk for notice in rows if notice.thing}
    return [
        each
        for each in rows
        if not vars(each)["is_told"]
        and wishes.wants(each.kind)
        and (not each.thing or (latest[each.thing] == each.pk and each.thing in still_open()))
    ]


def _write(account: Account, notices: Iterable[Notice], now: datetime, *, key: str, kind: str) -> None:
    told, (office, unit) = list(notices), office_of(account, timezone.localdate(now))
    content = digest(told, now) if kind == "digest" else urgent(told)
    letter = write_letter(account, content, key=key, kind=kind, office=office, unit=unit, now=now)
    NoticeLetter.objects.bulk_create(NoticeLetter(notice=each, account=account, letter=letter) for each in told)
