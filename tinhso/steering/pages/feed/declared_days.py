"""Days that other parts declare as due (``following/due.py``): a round of reports, for example."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from tinhso.lib.dates import write_date
from tinhso.steering.following.due import Asked, Source, declared, due_things
from tinhso.steering.following.due_things import DUE_THINGS
from tinhso.steering.pages.feed.dated import Dated
from tinhso.steering.pages.feed.task_days import KEPT
from tinhso.steering.programmes.models import Programme

#: What is due later stands in no calendar yet.
_AHEAD = timedelta(days=400)


def declared_days(
    programmes: Collection[Programme], units: Collection[int], day: date, *, sources: Iterable[Source] | None = None
) -> Iterator[Dated]:
    """What the units owe, or whoever they follow; of these programmes and of none. Tasks have days of their own."""
    asked, seen = Asked(day - KEPT, day + _AHEAD, day, frozenset(units)), {programme.pk for programme in programmes}
    others = [source for source in declared() if source not in DUE_THINGS] if sources is None else sources
    for thing in due_things(asked, others):
        if thing.programme is None or thing.programme in seen:
            yield Dated(
                f"due-{thing.key}-{thing.unit}",
                day=thing.due_on,
                title=f"{'Đã xong' if thing.is_done else 'Hạn'}: {thing.what}",
                words=f"{thing.what}\nHạn {write_date(thing.due_on)}\n{thing.title}".strip(),
                address=thing.address,
                version=thing.version,
            )
