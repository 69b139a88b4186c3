"""Assignments: sentences that give tasks named elsewhere to a body ("chủ trì các nhiệm vụ tại mục IV.4.3")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.items.tasks import TaskDraft
from tinhso.steering.intake.layout.likeness import words_of
from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.phrases.orders import read_order
from tinhso.steering.intake.reading import Assignment

_POINTER = re.compile(
    r"(?:tại|theo|thuộc|nêu tại|ở|của)\s+(?:các\s+)?(?:mục|điểm|khoản|phần|"
    r"nhiệm vụ(?:\s+số)?)\s+(?P<codes>(?:[IVXLC]+|\d{1,2})(?:[.\d\w]{0,8})(?:\s*(?:,|và|"
    r";)\s*(?:[IVXLC]+|\d{1,2})(?:[.\d]\w{0,3}){0,4})*)",
)
_CODE = re.compile(r"(?:[IVXLC]+|\d{1,2})(?:\.(?:\d{1,2}|[a-zđ]))*")
_TASKS = re.compile(r"(?:các\s+)?(?:nhiệm vụ|nội dung|chỉ tiêu|giải pháp|hoạt động)", re.IGNORECASE)
_PLAN = re.compile(r"(?:Luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Công văn)[^.;]{0,40}$")


_SUBJECT = re.compile(
    r"(?:thực hiện|triển khai)[^.;:]{0,30}?\s(?:các\s+)?(?:nhiệm vụ|nội dung|"
    r"chương trình)\s(?P<subject>[^.;:]*?)\s*(?:(?:của|tại|theo|trong|thuộc)\s+(?:kế hoạch|chương trình|"
    r"đề án|mục|phần|điểm)|[.;]?$)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"chủ trì(?!\w)", re.IGNORECASE)
_PHRASE = re.compile(r"\s*(?:[,;]|\s+và)\s+", re.IGNORECASE)
_COMMON = frozenset(
    words_of(
        "các nhiệm vụ phát triển và trong lĩnh vực kinh tế số xã hội chuyển đổi "
        "về của trên địa bàn tỉnh cho thuộc phạm vi"
    )
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading that a sentence may refer to: its code and the words of its title that tell it from others."""

    code: str
    words: frozenset[str]


def read_assignment(draft: TaskDraft, headings: list[Titled]) -> Assignment | None:
    """The assignment that a drafted task really is, None when it orders something of its own."""
    if not draft.leads or len(draft.text) > 500:
        return None
    codes = (*_pointed(draft.text), *_by_subject(draft.text, draft.leads, headings))
    return Assignment(draft.leads, "lead", codes, draft.text, draft.span, tuple(draft.sources)) if codes else None


def _pointed(text: str) -> tuple[str, ...]:
    pointer = _POINTER.search(text)
    if pointer is None or _PLAN.search(text, 0, pointer.start()) or _TASKS.search(text, 0, pointer.start()) is None:
        return ()
    return tuple(match.group() for match in _CODE.finditer(pointer["codes"]))


_OWN_FIELD = re.compile(r"lĩnh vực\s+(?:được giao\s+)?(?:quản lý|phụ trách)", re.IGNORECASE)


#: A department whose name only hints at its fields (Nghị định 24/2014/NĐ-CP, Điều 8).
_FIELDS = {"công thương": "công nghiệp, thương mại, năng lượng"}


def _by_subject(text: str, leads: tuple[str, ...], headings: list[Titled]) -> tuple[str, ...]:
    """The sections whose titles name the field that the sentence names ("trong lĩnh vực y tế của Kế hoạch")."""
    match = _SUBJECT.search(text)
    if match is None or _OPENING.match(text) is None or len(text) > 420:
        return ()
    phrases = [match["subject"], *_PHRASE.split(match["subject"])]
    if _OWN_FIELD.search(match["subject"]):
        names = [re.sub(r"^(?:Sở|Bộ|Ban|Cục)\s+", "", name) for name in leads]
        phrases = [_FIELDS.get(name.lower(), name) for name in names]
    subjects = [words for phrase in phrases if (words := set(words_of(phrase)) - _COMMON)]
    return tuple(heading.code for heading in headings if any(_names(heading, subject) for subject in subjects))


def _names(heading: Titled, subject: set[str]) -> bool:
    if subject == heading.words:
        return True
    smaller, larger = sorted((subject, heading.words), key=len)
    return len(smaller) >= 3 and smaller <= larger


def headings_of(root: Node) -> list[Titled]:
    """The numbered headings of the outline that a sentence may refer to; each wording once, as a plan numbers it."""
    found: dict[frozenset[str], Titled] = {}
    for node in root.walk():
        if node.marker and not node.is_bullet and node.children and len(node.text) < 160 and not node.opens_list:
            words = frozenset(words_of(node.text)) - _COMMON
            if words:
                found.setdefault(words, Titled(node.code, words))
    return list(found.values())


def apply_assignments(root: Node, drafts: list[TaskDraft], assignments: list[Assignment]) -> None:
    """Give the tasks referred to their owners; a more exact reference wins over a wider one."""
    codes = {node.code for node in root.walk() if node.code}
    given = {code: assignment for assignment in assignments for code in assignment.targets if code in codes}
    for draft in drafts:
        assignment = None if draft.own_lead else next((given[c] for c in _upwards(draft.code) if c in given), None)
        if assignment is not None:
            helpers = draft.own_cooperators or read_order(assignment.text).cooperators
            draft.leads, draft.cooperators = assignment.who, helpers


def _upwards(code: str) -> Iterator[str]:
    """A code and those above it, the nearest first: "IV.4.3", "IV.4", "IV"."""
    while code:
        yield code
        code = code.rpartition(".")[0]
