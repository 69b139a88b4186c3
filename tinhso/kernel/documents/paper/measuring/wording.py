"""Words: whether the lines of the frame say what the form asks, with its zeros and end marks."""

import re
from collections.abc import Iterator

from tinhso.kernel.documents.paper.form import FACES, Part
from tinhso.kernel.documents.paper.measuring.facts import Line
from tinhso.kernel.documents.paper.measuring.findings import Finding, place_of
from tinhso.kernel.documents.paper.measuring.parts import Recognised
from tinhso.kernel.documents.paper.printed import MOTTO, NATION
from tinhso.lib.text import fold

_NEEDED = (
    Part.NATION,
    Part.MOTTO,
    Part.BODY,
    Part.NUMBER,
    Part.PLACE,
    Part.AUTHORITY,
    Part.SIGNER,
    Part.RECIPIENTS,
)
#: What stands below what.
_WITH = (
    (Part.KIND, Part.SUBJECT),
    (Part.ANNEX_NUMBER, Part.ANNEX_TITLE),
    (Part.ANNEX_NUMBER, Part.ANNEX_ATTACHED),
)
_NUMBER = re.compile(r"Số:\s*(?P<number>[\d…._]*)\s*/\s*(?P<symbol>[^\s/]+)")
_DAY = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm", re.IGNORECASE)
_TWO_DIGITS = 10
_FEBRUARY = 2


def check_wording(found: Recognised) -> Iterator[Finding]:
    """Parts that are missing, then words that are otherwise."""
    for part in _NEEDED:
        if not found.of(part):
            yield Finding(FACES[part].name, "", "không nhận ra trong tệp", "phải có", FACES[part].source)
    for part, lacking in _WITH:
        if found.of(part) and not found.of(lacking):
            where = place_of(found.of(part)[:1])
            yield Finding(
                FACES[lacking].name, where, "không nhận ra bên dưới", "phải có, canh giữa", FACES[lacking].source
            )
    if not found.of(Part.KIND) and not found.of(Part.LETTER_SUBJECT):
        asked = "có tên loại; công văn có trích yếu “V/v …” dưới số, ký hiệu"
        yield Finding(FACES[Part.KIND].name, "", "không nhận ra trong tệp", asked, FACES[Part.KIND].source)
    yield from _exact(found)
    for line in found.of(Part.NUMBER):
        yield from _number(line)
    for line in found.of(Part.PLACE):
        yield from _day(line)
    yield from _ends(found)


def _exact(found: Recognised) -> Iterator[Finding]:
    for part, words in ((Part.NATION, NATION), (Part.MOTTO, MOTTO)):
        for line in found.of(part):
            if line.text != words and line.text.upper() != NATION:
                yield _finding(part, line, found=f"ghi “{line.text}”", asked=f"“{words}”")
    for line in found.of(Part.RECIPIENTS):
        if not line.text.startswith("Nơi nhận:"):
            yield _finding(Part.RECIPIENTS, line, found=f"ghi “{line.text}”", asked="“Nơi nhận:”")


def _number(line: Line) -> Iterator[Finding]:
    read = _NUMBER.fullmatch(line.text)
    if read is None:
        yield _finding(Part.NUMBER, line, found="không theo mẫu", asked="ghi như “Số: 05/BC-UBND”")
    elif read["number"].isdecimal() and len(read["number"]) == 1:
        asked = "số nhỏ hơn 10 ghi thêm số 0 phía trước"
        yield _finding(Part.NUMBER, line, found=f"ghi số {read['number']}", asked=asked)


def _day(line: Line) -> Iterator[Finding]:
    read = _DAY.search(line.text)
    if read is None:
        return
    day, month = read["day"], read["month"]
    if (int(day) < _TWO_DIGITS and len(day) == 1) or (int(month) <= _FEBRUARY and len(month) == 1):
        asked = "ngày nhỏ hơn 10, tháng 1 và 2 ghi thêm số 0 phía trước"
        yield _finding(Part.PLACE, line, found=f"ghi “{read[0]}”", asked=asked)
    if "," not in line.text[: read.start()]:
        yield _finding(Part.PLACE, line, found="thiếu dấu phẩy sau địa danh", asked="dấu phẩy sau địa danh")


def _ends(found: Recognised) -> Iterator[Finding]:
    for part in (Part.BASE, Part.RECIPIENT):
        lines = found.of(part)
        listed = [line for line in lines if part is Part.BASE or line.text.startswith(("-", "+", "–"))]
        wrong = [line for line in listed[:-1] if line.text[-1] not in ";:,"]
        if wrong:
            yield _finding(part, *wrong, found="cuối dòng không có dấu chấm phẩy", asked="dấu chấm phẩy cuối dòng")
        if listed and not lines[-1].text.endswith("."):
            yield _finding(part, lines[-1], found="dòng cuối không có dấu chấm", asked="dấu chấm cuối dòng cuối cùng")
    recipients = found.of(Part.RECIPIENT)
    if recipients and not any("luu:" in fold(line.text) for line in recipients):
        yield _finding(Part.RECIPIENT, recipients[-1], found="không có dòng “Lưu:”", asked="dòng cuối “Lưu: VT, …”")


def _finding(part: Part, *lines: Line, found: str, asked: str) -> Finding:
    return Finding(FACES[part].name, place_of(lines), found, asked, FACES[part].source)
