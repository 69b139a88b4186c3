"""How often a caller may ask: so many requests a minute, counted in the database for all processes together."""

import time
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.http import HttpResponse

_SECONDS = 60
_COUNT = """
INSERT INTO api_requestcount (who, minute, count) VALUES (%s, %s, 1)
ON CONFLICT (who) DO UPDATE SET
  count = CASE WHEN api_requestcount.minute = excluded.minute THEN api_requestcount.count + 1 ELSE 1 END,
  minute = excluded.minute
RETURNING count"""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a caller has left in this minute."""

    limit: int
    used: int
    seconds: int
    """Until the next minute begins."""

    @property
    def is_over(self) -> bool:
        """Whether this request is one too many."""
        return self.used > self.limit

    def tell(self, response: HttpResponse) -> None:
        """Write it into the headers of an answer."""
        response["RateLimit-Limit"] = str(self.limit)
        response["RateLimit-Remaining"] = str(max(0, self.limit - self.used))
        response["RateLimit-Reset"] = str(self.seconds)
        if self.is_over:
            response["Retry-After"] = str(self.seconds)


def counted(who: str) -> Usage:
    """Count a request of this caller; one query."""
    now = int(time.time())
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, (who, now // _SECONDS))
        (used,) = cursor.fetchone()
    return Usage(settings.API_REQUESTS_PER_MINUTE, used, _SECONDS - now % _SECONDS)
