"""Who is told of what was done about a report: whoever has to go on with it, at once, on the page and by letter.

What is told here stands under no key of what is due: a later reminder does not take the place of a reason.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence, nfc
from tinhso.steering.following.due import DueThing
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import mark_read, unread
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.addressees import Present
from tinhso.steering.reporting.due_things import thing_of, things_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import Report, ReportDeed, RoundEvent

Kind = Notice.Kind


def tell_waiting(report: Report, deed: ReportDeed, hand: Hand) -> None:
    """Those who approve for the unit: it lies with them."""
    said = f"{thing_of(report, hand.today).what} chờ bạn duyệt, hạn {write_date(report.due_on)}{_after(deed)}"
    _tell(report, deed, Notice(kind=Kind.ASKED, words=said, verb=Verb.APPROVE_REPORT), hand=hand)


def tell_returned(report: Report, deed: ReportDeed, hand: Hand) -> None:
    """Those who write it, and why they have it again."""
    said = f"{deed.who} trả lại {in_sentence(thing_of(report, hand.today).what)}{_after(deed)}"
    _tell(report, deed, Notice(kind=Kind.RETURNED, words=said, verb=Verb.REPORT), hand=hand)


def tell_extended(report: Report, deed: ReportDeed, hand: Hand) -> None:
    """Those who write it: they have until the report's new due day."""
    until = f"đến hết ngày {write_date(report.due_on)}{_after(deed)}"
    said = f"Gia hạn gửi {in_sentence(thing_of(report, hand.today).what)} {until}"
    _tell(report, deed, Notice(kind=Kind.DECIDED, words=said, verb=Verb.REPORT), hand=hand)


def tell_moved(reports: Collection[int], event: RoundEvent, hand: Hand) -> None:
    """Those who write the reports, or have them before them: their day is another one, and why. Who does so for several
    units is told once for each day."""
    rows = reports_with_rounds().filter(pk__in=reports, required=True).order_by("pk")
    told: dict[tuple[Verb, int, date], list[DueThing]] = defaultdict(list)
    present = cache(lambda verb: Present.on(hand.today, verb))
    for thing in things_of(rows, hand.today):
        unit = present(thing.verb).nearest(thing.unit)
        if unit is not None:
            told[thing.verb, unit, thing.due_on].append(thing)
    Notice.objects.bulk_create(
        _moved(things, event, unit=unit, verb=verb) for (verb, unit, _day), things in told.items()
    )


def seen_by_who_acts(report: Report, hand: Hand) -> None:
    """Whoever does something about the report has seen what he was told of it: no letter tells him again."""
    mark_read(hand.by, unread(hand.by, hand.today).filter(address=thing_of(report, hand.today).address))


def _tell(report: Report, deed: ReportDeed, notice: Notice, *, hand: Hand) -> None:
    thing, unit = thing_of(report, hand.today), Present.on(hand.today, Verb(notice.verb)).nearest(report.unit_id)
    if unit is None:
        return
    notice.unit_id, notice.by, notice.created_at = unit, deed.account, hand.at
    notice.title, notice.address, notice.programme_id = thing.title[:200], thing.address, thing.programme
    notice.words, notice.key = nfc(notice.words)[:300], f"report:{deed.kind}:{deed.pk}:u{unit}:{notice.verb}"
    notice.save()


def _moved(things: Sequence[DueThing], event: RoundEvent, *, unit: int, verb: Verb) -> Notice:
    first, several = things[0], len(things) > 1
    what, address = first.what, first.address
    if several and first.group:
        what, address = f"{first.group.what} của {len(things)} đơn vị", first.group.address
    day = write_date(first.due_on)
    return Notice(
        key=f"round:{event.kind}:{event.pk}:u{unit}:{verb}:{first.due_on}",
        kind=Kind.DECIDED,
        words=nfc(f"Đổi hạn gửi {in_sentence(what)}: đến hết ngày {day}. Lý do: {event.words}")[:300],
        title=first.title[:200],
        address=address,
        programme_id=first.programme,
        unit_id=unit,
        verb=verb,
        by=event.account,
        created_at=event.at,
    )


def _after(deed: ReportDeed) -> str:
    return f": {deed.words}" if deed.words else ""
