"""Who is told of what was done about a report: whoever has to go on with it, at once, on the page and by letter.

What is told here stands under no key of what is due: a later reminder does not take the place of a reason.
"""

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence, nfc
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.inbox import mark_read, unread
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.addressees import Present
from tinhso.steering.reporting.due_things import thing_of
from tinhso.steering.reporting.models import Report, ReportDeed

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


def _after(deed: ReportDeed) -> str:
    return f": {deed.words}" if deed.words else ""
