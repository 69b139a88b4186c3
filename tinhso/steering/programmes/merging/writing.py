"""Many rows at once, parents before what hangs on them."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Model

from tinhso.steering.programmes.models import (
    Abbreviation,
    Assignment,
    Candidate,
    Deadline,
    Deliverable,
    Duty,
    Finding,
    Heading,
    Indicator,
    LegalBasis,
    Objective,
    OwnerSentence,
    Quantity,
    Recipient,
    SourceSpan,
    Target,
    Task,
    TaskReference,
    Unplaced,
)

_ORDER: tuple[type[Model], ...] = (
    Heading,
    LegalBasis,
    Objective,
    Indicator,
    Target,
    Task,
    Deliverable,
    TaskReference,
    Quantity,
    Duty,
    Deadline,
    Assignment,
    Candidate,
    OwnerSentence,
    Recipient,
    Abbreviation,
    Finding,
    Unplaced,
    SourceSpan,
)


def write(rows: Iterable[Model]) -> None:
    """Insert unsaved rows that point at one another, one statement a model (more where the database limits it)."""
    grouped = by_model(rows)
    for model in _ORDER:
        model._default_manager.bulk_create(grouped.get(model, []))


def save(rows: Iterable[Model], *, columns: Iterable[str] = ()) -> None:
    """Update saved rows of any models; all columns unless some are named."""
    for model, changed in by_model(rows).items():
        names = list(columns) or [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_update(changed, names, batch_size=100)


def by_model(rows: Iterable[Model]) -> dict[type[Model], list[Model]]:
    """The rows in groups of one model, each in its order."""
    grouped: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        grouped[type(row)].append(row)
    return grouped
