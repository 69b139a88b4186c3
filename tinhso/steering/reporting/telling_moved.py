"""Units are told at once that the due day of a round is another one for all: those that have not sent."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence, nfc
from tinhso.steering.following.due import DueThing
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Notice
from tinhso.steering.following.reminding.addressees import Present
from tinhso.steering.reporting.due_things import things_of
from tinhso.steering.reporting.fetching import reports_with_rounds
from tinhso.steering.reporting.models import RoundEvent


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


def _moved(things: Sequence[DueThing], event: RoundEvent, *, unit: int, verb: Verb) -> Notice:
    first, several = things[0], len(things) > 1
    what, address = first.what, first.address
    if several and first.group:
        what, address = f"{first.group.what} của {len(things)} đơn vị", first.group.address
    day = write_date(first.due_on)
    return Notice(
        key=f"round:{event.kind}:{event.pk}:u{unit}:{verb}:{first.due_on}",
        kind=Notice.Kind.DECIDED,
        words=nfc(f"Đổi hạn gửi {in_sentence(what)}: đến hết ngày {day}. Lý do: {event.words}")[:300],
        title=first.title[:200],
        address=address,
        programme_id=first.programme,
        unit_id=unit,
        verb=verb,
        by=event.account,
        created_at=event.at,
    )
