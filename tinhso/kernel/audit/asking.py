"""What may be asked of the log: who, what, when, through which door."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from tinhso.kernel.audit.models import Entries

#: How the sources of entries begin (kernel.audit.origin).
DOORS = ("trang web", "API", "việc nền", "lệnh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is empty is not asked; ``end`` is the last day."""

    who: str = ""
    what: str = ""
    verb: str = ""
    door: str = ""
    begin: date | None = None
    end: date | None = None
    row: str = ""
    request: str = ""

    def narrow(self, entries: Entries) -> Entries:
        """The entries that answer."""
        exact = {
            "actor": self.who,
            "table_name": self.what,
            "verb": self.verb,
            "row_key": self.row,
            "request": self.request,
            "source__startswith": self.door,
        }
        narrowed = entries.filter(**{name: value for name, value in exact.items() if value})
        return narrowed.between(_midnight(self.begin), _midnight(self.end, days=1))


def _midnight(day: date | None, *, days: int = 0) -> datetime | None:
    """None also beyond the first and the last day that there is: nothing stands outside of them."""
    if day is None:
        return None
    try:
        local = datetime.combine(day + timedelta(days=days), time.min, tzinfo=timezone.get_current_timezone())
        return local.astimezone(UTC)
    except OverflowError:
        return None
