"""A file held against the form: what was recognised, what is not as the rule asks, what was not measured."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measuring.faces import check_faces
from tinhso.kernel.documents.paper.measuring.facts import Facts
from tinhso.kernel.documents.paper.measuring.findings import Finding
from tinhso.kernel.documents.paper.measuring.limits import LIMITS
from tinhso.kernel.documents.paper.measuring.parts import recognise
from tinhso.kernel.documents.paper.measuring.pdf.document import facts_of_pdf
from tinhso.kernel.documents.paper.measuring.sheets import check_sheets
from tinhso.kernel.documents.paper.measuring.spaces import check_drawn, check_spaces
from tinhso.kernel.documents.paper.measuring.unfit import Unfit
from tinhso.kernel.documents.paper.measuring.word.document import facts_of_docx
from tinhso.kernel.documents.paper.measuring.wording import check_wording
from tinhso.kernel.documents.paper.refusals import NotMeasured

_SECRET = {"TUYỆTMẬT": "TUYỆT MẬT", "TỐIMẬT": "TỐI MẬT", "MẬT": "MẬT"}
_STAMP = re.compile(rf"\W{{0,3}}({'|'.join(_SECRET)})\W{{0,3}}")
_NEAR_TOP = 40
_PACKED, _OLD, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"


@dataclass(frozen=True, slots=True)
class Report:
    """``parts`` are the names of what was recognised with the words of its first line."""

    parts: Sequence[tuple[str, str]]
    findings: Sequence[Finding]
    untold: Sequence[str]


def check(content: bytes, name: str) -> Report:
    """The report on a .docx or .pdf. Raises NotMeasured."""
    try:
        facts = _facts(content)
        _refuse_secret(facts)
        return judged(facts)
    except Unfit as unfit:
        raise NotMeasured(name=name, why=str(unfit)) from unfit


def judged(facts: Facts) -> Report:
    """What the measured facts of a file say of its form."""
    found = recognise(facts.lines)
    findings = [
        *check_sheets(facts, annexes=len(found.of(Part.ANNEX_NUMBER))),
        *check_wording(found),
        *check_faces(found, facts),
        *check_drawn(found),
        *check_spaces(found, facts),
    ]
    parts = [(FACES[part].name, found.of(part)[0].text) for part in FACES if found.of(part)]
    return Report(parts, findings, facts.untold)


def _refuse_secret(facts: Facts) -> None:
    """A stamp of a state secret near the top closes the door: such a document is not for a machine on a network."""
    for line in facts.lines[:_NEAR_TOP]:
        if stamp := _STAMP.fullmatch(line.text.replace(" ", "")):
            raise Unfit(f"văn bản đóng dấu “{_SECRET[stamp[1]]}”; hãy xử lý theo quy định về bảo vệ bí mật nhà nước.")


def _facts(content: bytes) -> Facts:
    if len(content) > LIMITS.file_bytes:
        raise Unfit(f"tệp lớn hơn {LIMITS.file_bytes >> 20} MB.")
    if content.startswith((_PACKED, _OLD)):
        return facts_of_docx(content)
    if _PDF in content[:1024]:
        return facts_of_pdf(content)
    raise Unfit("chỉ kiểm tra được tệp .docx và .pdf." if content else "tệp không có nội dung.")
