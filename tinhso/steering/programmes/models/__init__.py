"""Facts about plans and programmes. A document is kept as it came; an item of a programme knows its words in it."""

from tinhso.steering.programmes.models.abbreviations import Abbreviation
from tinhso.steering.programmes.models.assignments import Assignment
from tinhso.steering.programmes.models.candidates import Candidate
from tinhso.steering.programmes.models.closures import Closure
from tinhso.steering.programmes.models.deadlines import Deadline
from tinhso.steering.programmes.models.decisions import Decision
from tinhso.steering.programmes.models.deliverables import Deliverable
from tinhso.steering.programmes.models.documents import PlanDocument
from tinhso.steering.programmes.models.duties import Duty
from tinhso.steering.programmes.models.editable import EditableItem
from tinhso.steering.programmes.models.edits import Edit
from tinhso.steering.programmes.models.findings import Finding
from tinhso.steering.programmes.models.handovers import Handover
from tinhso.steering.programmes.models.headings import Heading
from tinhso.steering.programmes.models.indicators import Indicator
from tinhso.steering.programmes.models.items import Acceptance, Item
from tinhso.steering.programmes.models.jobs import ReadingJob
from tinhso.steering.programmes.models.legal_bases import LegalBasis
from tinhso.steering.programmes.models.objectives import Objective
from tinhso.steering.programmes.models.owner_sentences import OwnerSentence
from tinhso.steering.programmes.models.programme import Programme
from tinhso.steering.programmes.models.public_marks import PublicMark
from tinhso.steering.programmes.models.quantities import Quantity
from tinhso.steering.programmes.models.readings import StoredReading
from tinhso.steering.programmes.models.recipients import Recipient
from tinhso.steering.programmes.models.reviewers import Reviewer
from tinhso.steering.programmes.models.revisions import Revision
from tinhso.steering.programmes.models.sources import SourceSpan
from tinhso.steering.programmes.models.targets import Target
from tinhso.steering.programmes.models.task_references import TaskReference
from tinhso.steering.programmes.models.tasks import Task
from tinhso.steering.programmes.models.unplaced import Unplaced

__all__ = [
    "Abbreviation",
    "Acceptance",
    "Assignment",
    "Candidate",
    "Closure",
    "Deadline",
    "Decision",
    "Deliverable",
    "Duty",
    "Edit",
    "EditableItem",
    "Finding",
    "Handover",
    "Heading",
    "Indicator",
    "Item",
    "LegalBasis",
    "Objective",
    "OwnerSentence",
    "PlanDocument",
    "Programme",
    "PublicMark",
    "Quantity",
    "ReadingJob",
    "Recipient",
    "Reviewer",
    "Revision",
    "SourceSpan",
    "StoredReading",
    "Target",
    "Task",
    "TaskReference",
    "Unplaced",
]
