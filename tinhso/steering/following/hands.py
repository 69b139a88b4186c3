"""Who acts, when, and under which one-time key: what every action is given."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.steering.following.models.deeds import one_time_key


@dataclass(frozen=True, slots=True)
class Hand:
    """A person acting once: the same key sent again finds what it did the first time.

    ``fingerprint`` is of what he sends, where a key may come back with other words (a form reached by "back").
    """

    by: Account
    once: str = field(default_factory=one_time_key)
    at: datetime = field(default_factory=timezone.now)
    fingerprint: str = ""

    @property
    def today(self) -> date:
        """The day on which rights are judged."""
        return timezone.localdate(self.at)
