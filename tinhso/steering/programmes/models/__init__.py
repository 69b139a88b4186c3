"""Facts about plans and programmes. A document is kept as it came; an item of a programme knows its words in it."""

from tinhso.steering.programmes.models.assignments import Assignment, Candidate
from tinhso.steering.programmes.models.deadlines import Deadline
from tinhso.steering.programmes.models.documents import PlanDocument, ReadingJob, StoredReading
from tinhso.steering.programmes.models.frame import (
    Abbreviation,
    Finding,
    Heading,
    LegalBasis,
    Objective,
    OwnerSentence,
    Recipient,
    Unplaced,
)
from tinhso.steering.programmes.models.indicators import Indicator, Target
from tinhso.steering.programmes.models.items import Acceptance, Item
from tinhso.steering.programmes.models.programme import Programme, Revision
from tinhso.steering.programmes.models.sources import SourceSpan
from tinhso.steering.programmes.models.tasks import Deliverable, Duty, Quantity, Task, TaskReference

__all__ = [
    "Abbreviation",
    "Acceptance",
    "Assignment",
    "Candidate",
    "Deadline",
    "Deliverable",
    "Duty",
    "Finding",
    "Heading",
    "Indicator",
    "Item",
    "LegalBasis",
    "Objective",
    "OwnerSentence",
    "PlanDocument",
    "Programme",
    "Quantity",
    "ReadingJob",
    "Recipient",
    "Revision",
    "SourceSpan",
    "StoredReading",
    "Target",
    "Task",
    "TaskReference",
    "Unplaced",
]
