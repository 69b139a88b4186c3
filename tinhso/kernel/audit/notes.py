"""Entries that no trigger can write: a sign-in, a reading of personal data."""

from typing import Any

from django.db import models
from django.utils import timezone

from tinhso.kernel.audit.models import Entry, Verb
from tinhso.kernel.audit.origin import current


def note(verb: Verb, subject: models.Model, *, facts: dict[str, Any] | None = None, actor: str | None = None) -> Entry:
    """Record a deed about a row; ``actor`` where it is not yet the one of the request (a sign-in)."""
    origin = current()
    return Entry.objects.create(
        at=timezone.now(),
        actor=origin.actor if actor is None else actor,
        source=origin.source,
        request=origin.request,
        table_name=subject._meta.db_table,
        row_key="" if subject.pk is None else str(subject.pk),
        verb=verb,
        after=facts,
    )
