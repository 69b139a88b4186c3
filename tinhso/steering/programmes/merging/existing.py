"""The rows that a programme has, found by their place in the reading they came from."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from tinhso.steering.programmes.merging.given_days import Stated, stated_days
from tinhso.steering.programmes.models import (
    Abbreviation,
    Assignment,
    Deadline,
    Deliverable,
    Duty,
    Heading,
    Indicator,
    Item,
    LegalBasis,
    Objective,
    OwnerSentence,
    Programme,
    Recipient,
    Target,
    Task,
)

MODELS: Mapping[str, type[Item]] = {
    "heading": Heading,
    "legal_basis": LegalBasis,
    "objective": Objective,
    "indicator": Indicator,
    "task": Task,
    "duty": Duty,
    "owner_sentence": OwnerSentence,
    "recipient": Recipient,
    "abbreviation": Abbreviation,
}

Owner = tuple[type[Model], int]


@dataclass(slots=True)
class Existing:
    """``rows`` by kind and place in the reading; ``parts`` by what they belong to; ``stated`` beside what was given."""

    rows: dict[tuple[str, int], Item] = field(default_factory=dict)
    parts: dict[Owner, list[Item]] = field(default_factory=lambda: defaultdict(list))
    stated: Stated = field(default_factory=dict)

    def parts_of(self, row: Model) -> list[Item]:
        """Targets, products, deadlines, assignments of a row, with those of its products."""
        own = self.parts[type(row), row.pk]
        return own + [below for part in own if isinstance(part, Deliverable) for below in self.parts_of(part)]


def existing(programme: Programme) -> Existing:
    """Everything that came from the programme's reading, in one query a model.

    What a person dropped is among it, so that the same words do not come back as something new.
    """
    found = Existing()
    for kind, model in MODELS.items():
        rows = model._default_manager.filter(programme=programme, reading_index__isnull=False)
        found.rows |= {(kind, row.reading_index): row for row in rows if row.reading_index is not None}
    for target in Target.objects.filter(programme=programme).current().order_by("position", "pk"):
        found.parts[Indicator, target.indicator_id].append(target)
    for product in Deliverable.objects.filter(programme=programme).current().order_by("position", "pk"):
        found.parts[Task, product.task_id].append(product)
    deadlines = list(Deadline.objects.filter(programme=programme).in_force().select_related("deliverable"))
    found.stated = stated_days(programme, deadlines)
    for part in (
        *deadlines,
        *Assignment.objects.filter(programme=programme).current().order_by("position", "pk"),
    ):
        found.parts[_owner(part)].append(part)
    return found


def _owner(part: Deadline | Assignment) -> Owner:
    for column, model in (("indicator", Indicator), ("task", Task), ("deliverable", Deliverable), ("duty", Duty)):
        key = getattr(part, f"{column}_id", None)
        if key is not None:
            return model, key
    raise ValueError(f"{part} belongs to nothing")
