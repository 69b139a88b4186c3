"""SESSION_ENGINE: sessions in our own table, with whose they are, and both ways of running out."""

import hashlib
from datetime import UTC, datetime, timedelta
from time import time
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone

from tinhso.kernel.accounts.models.sessions import Session

#: What a session of a person says of itself; seconds since 1970 where it is a moment.
STARTED, SEEN, CONFIRMED, RIGHTS, ADDRESS, AGENT = "started", "seen", "confirmed", "rights", "address", "agent"


class SessionStore(db.SessionStore):
    """A session that has run out, in either way, is not loaded, so no page has to ask."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our table instead of Django's."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row that keeps it."""
        account = data.get(SESSION_KEY)
        if account:
            for mark in (STARTED, SEEN, CONFIRMED):
                data.setdefault(mark, time())
        return Session(
            session_key=digest(str(self.session_key)),
            session_data=self.encode(data),
            expire_date=self._ends_at(data),
            account_id=int(account) if account else None,
            started_at=moment(data.get(STARTED)),
            seen_at=moment(data.get(SEEN)),
            address=data.get(ADDRESS, ""),
            agent=data.get(AGENT, ""),
        )

    def exists(self, session_key: str) -> bool:
        """Whether the key is taken."""
        return Session.objects.filter(pk=digest(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        """End it."""
        key = session_key or self.session_key
        if key:
            Session.objects.filter(pk=digest(key)).delete()

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(pk=digest(str(self.session_key)), expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    def _ends_at(self, data: dict[str, Any]) -> datetime:
        started, seen = moment(data.get(STARTED)), moment(data.get(SEEN))
        if started is None or seen is None:
            return self.get_expiry_date()
        return min(started + settings.SESSION_LIFETIME, seen + settings.SESSION_IDLE)


def digest(key: str) -> str:
    """How a session's key is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


def moment(seconds: float | None) -> datetime | None:
    """A moment as sessions keep it."""
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)


def since(seconds: float) -> timedelta:
    """How long ago that was."""
    return timezone.now() - datetime.fromtimestamp(seconds, tz=UTC)
