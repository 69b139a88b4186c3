"""What people do about tasks. Every deed is a row that stays; what holds now is written by the action beside it."""

from tinhso.steering.following.models.comments import Comment
from tinhso.steering.following.models.completions import Completion
from tinhso.steering.following.models.deeds import Deed
from tinhso.steering.following.models.duty_papers import DutyExemption, DutyPaper
from tinhso.steering.following.models.events import EventRecord
from tinhso.steering.following.models.evidence import Evidence
from tinhso.steering.following.models.extensions import Extension, ExtensionDecision
from tinhso.steering.following.models.notice_letters import NoticeLetter
from tinhso.steering.following.models.notices import Notice, NoticeReading
from tinhso.steering.following.models.personal_work import PersonalWork
from tinhso.steering.following.models.products import ProductRecord
from tinhso.steering.following.models.progress import ProgressEntry
from tinhso.steering.following.models.rules import ReminderRule
from tinhso.steering.following.models.unit_requests import UnitRequest

__all__ = [
    "Comment",
    "Completion",
    "Deed",
    "DutyExemption",
    "DutyPaper",
    "EventRecord",
    "Evidence",
    "Extension",
    "ExtensionDecision",
    "Notice",
    "NoticeLetter",
    "NoticeReading",
    "PersonalWork",
    "ProductRecord",
    "ProgressEntry",
    "ReminderRule",
    "UnitRequest",
]
