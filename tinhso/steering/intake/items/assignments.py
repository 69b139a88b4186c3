"""Assignments: sentences that give tasks named elsewhere to a body ("chủ trì các nhiệm vụ tại mục IV.4.3")."""

import re

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


def read_assignment(draft: TaskDraft, headings: list[Node]) -> Assignment | None:
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


def _by_subject(text: str, leads: tuple[str, ...], headings: list[Node]) -> tuple[str, ...]:
    """The sections whose titles name the field that the sentence names ("trong lĩnh vực y tế của Kế hoạch")."""
    match = _SUBJECT.search(text)
    if match is None or _OPENING.match(text) is None or len(text) > 420:
        return ()
    phrases = [match["subject"], *_PHRASE.split(match["subject"])]
    if _OWN_FIELD.search(match["subject"]):
        phrases = [re.sub(r"^(?:Sở|Bộ|Ban|Cục)\s+", "", name) for name in leads]
    subjects = [words for phrase in phrases if (words := set(words_of(phrase)) - _COMMON)]
    return tuple(node.code for node in headings if any(_titled(node, subject) for subject in subjects))


def _titled(node: Node, subject: set[str]) -> bool:
    title = set(words_of(node.text)) - _COMMON
    if not title or subject == title:
        return bool(title)
    smaller, larger = sorted((subject, title), key=len)
    return smaller <= larger and len(smaller) >= 3


def headings_of(root: Node) -> list[Node]:
    """The numbered headings of the outline that a sentence may refer to."""
    return [
        node
        for node in root.walk()
        if node.marker and not node.is_bullet and node.children and len(node.text) < 160 and not node.opens_list
    ]


def apply_assignments(root: Node, drafts: list[TaskDraft], assignments: list[Assignment]) -> None:
    """Give the tasks referred to their owners; a more exact reference wins over a wider one."""
    codes = {node.code for node in root.walk() if node.code}
    ordered = sorted(assignments, key=lambda a: min((code.count(".") for code in a.targets), default=0))
    for assignment in ordered:
        wanted = tuple(code for code in assignment.targets if code in codes)
        helpers = read_order(assignment.text).cooperators
        for draft in drafts:
            if not draft.own_lead and any(draft.code == code or draft.code.startswith(f"{code}.") for code in wanted):
                draft.leads, draft.cooperators = assignment.who, draft.own_cooperators or helpers
