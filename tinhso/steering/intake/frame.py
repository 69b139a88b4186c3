"""The frame: letterhead, grounds, recipients, signing blocks, attached texts and appendices around a plan's body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tinhso.steering.intake.letterhead import DATE, KIND_LINE, MOTTO, NUMBER, NUMBER_PLAIN, Strip, read_header, read_signer
from tinhso.steering.intake.lexicon import CAPITALS
from tinhso.steering.intake.manuscript import CELL_BREAK
from tinhso.steering.intake.markers import read_markers
from tinhso.steering.intake.outline import is_title
from tinhso.steering.intake.reading import Furniture, Header, Recipient
from tinhso.steering.intake.sheet import Line, Sheet


@dataclass(slots=True)
class Frame:
    """What surrounds the body. ``bases`` are the opening lines that cite grounds, ``body`` the lines of the plan
    itself (an attached text included), ``appendix`` those behind it, ``tables`` the layout tables of the frame."""

    header: Header = field(default_factory=Header)
    bases: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    appendix: list[Line] = field(default_factory=list)
    recipients: tuple[Recipient, ...] = ()
    furniture: list[Furniture] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)


_GROUND = re.compile(
    r"(?:(?:căn cứ|thực hiện|triển khai|theo|xét|tiếp theo|trên cơ sở|thi hành)\s+)+(?:\S+\s+){0,12}?(?:số|luật|nghị quyết|nghị định|quyết định|chỉ thị|kế hoạch|công văn|thông tư|đề nghị|pháp lệnh|kết luận|thông báo|hiến pháp|tờ trình|văn bản|thông tri|chương trình|đề án|chiến lược)",
    re.IGNORECASE,
)
#: Subject, enacting body and the first ground on one line.
_GLUED = re.compile(rf"[{CAPITALS}\s,\d/.\-–:;()“”\"&]{{20,400}}\sCăn cứ\s")
_DECIDES = re.compile(r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị)\s*:\s*$", re.IGNORECASE)
_RECIPIENTS = re.compile(r"nơi\s+(?:nhận|gửi)\s*[:：]?", re.IGNORECASE)
_SIGNING = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.\s?[A-ZĐỦỘ]|(?:TRƯỞNG BAN|CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|PHÓ THỦ TƯỚNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BÍ THƯ|ỦY BAN NHÂN DÂN|PHÓ TRƯỞNG BAN|CHỦ NHIỆM|TỔNG GIÁM ĐỐC)")
_APPENDIX = re.compile(r"(?:phụ lục|phụ biểu|biểu mẫu|biểu số|mẫu số)(?:\s+(?:số\s+)?[\dIVXLA-E]{1,5})?\s*(?:[.:–-]|$|\()", re.IGNORECASE)
_NOTE = re.compile(r"\(?\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)\b", re.IGNORECASE)
_STRUCTURE = ("roman", "capital", "phần", "chương", "mục", "điều", "decimal1", "letter", "ordinal")


@dataclass(slots=True)
class _Walk:
    """Where the walk over the lines stands: "head", "grounds", "body", "recipients", "signing", "attached", "appendix"."""

    frame: Frame
    state: str = "head"
    head: list[Strip] = field(default_factory=list)
    signing: list[Strip] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)


def read_frame(sheet: Sheet) -> Frame:
    """The frame of a sheet; every line falls into exactly one of its parts."""
    walk = _Walk(Frame())
    layout = _layout_tables(sheet)
    walk.frame.tables = layout
    for place, line in enumerate(sheet.lines):
        if line.kind == "furniture":
            walk.frame.furniture.append(Furniture("page_number" if line.text.strip(" -–").isdigit() else "running_head", line.span))
        elif line.kind == "row" and line.table in layout:
            for strip in _strips(line, place):
                _take_strip(walk, strip)
        elif line.text:
            _take(walk, line, place)
    walk.frame.header = replace(read_header(walk.head), signer=read_signer(walk.signing))
    walk.frame.recipients = tuple(walk.recipients)
    return walk.frame


def _layout_tables(sheet: Sheet) -> set[int]:
    """Tables without lines that only set the letterhead or the signing block in two columns."""
    found: set[int] = set()
    for line in sheet.lines:
        if line.kind == "row" and line.table is not None and len(line.cells) <= 3:
            cells = [cell.text for cell in line.cells]
            if any(MOTTO.search(text) or _RECIPIENTS.match(text) or re.match(r"(?:TM|KT|TL)\.", text) for text in cells):
                found.add(line.table)
            elif any(NUMBER.match(text) for text in cells) and any(DATE.search(text) for text in cells):
                found.add(line.table)
    return found


def _strips(line: Line, place: int) -> Iterator[Strip]:
    for cell in line.cells:
        start = cell.start
        for words in cell.text.split(CELL_BREAK):
            if words.strip():
                yield Strip(words, start, place, cell.column)
            start += len(words) + 1


def _take_strip(walk: _Walk, strip: Strip) -> None:
    """A line inside a layout table belongs to the letterhead, the recipients or the signing block."""
    if walk.state in ("head", "grounds"):
        walk.head.append(strip)
        walk.frame.furniture.append(Furniture("header", strip.span))
    elif _RECIPIENTS.match(strip.text) or (walk.state == "recipients" and strip.column == 0):
        walk.state = "recipients"
        _recipient(walk, strip)
    else:
        walk.signing.append(strip)
        walk.frame.furniture.append(Furniture("signature", strip.span))


def _take(walk: _Walk, line: Line, place: int) -> None:
    strip = Strip(line.text, line.start, place)
    _STATES[walk.state](walk, line, strip)


def _head(walk: _Walk, line: Line, strip: Strip) -> None:
    if _GLUED.match(line.text):
        walk.head.append(strip)
        walk.frame.furniture.append(Furniture("header", line.span))
        walk.frame.bases.append(line)
        walk.state = "grounds"
    elif _starts_grounds(line) or _is_opening(walk, line):
        walk.state = "grounds"
        _grounds(walk, line, strip)
    elif _opens_body(line, walk):
        walk.state = "body"
        _body(walk, line, strip)
    else:
        walk.head.append(strip)
        walk.frame.furniture.append(Furniture("header", line.span))


def _starts_grounds(line: Line) -> bool:
    return _GROUND.match(line.text) is not None and not is_title(line.text)


def _is_opening(walk: _Walk, line: Line) -> bool:
    """A sentence that opens the text once kind and subject have stood."""
    seen = any(KIND_LINE.match(s.text) or NUMBER.match(s.text) or NUMBER_PLAIN.match(s.text) for s in walk.head)
    return seen and line.kind == "text" and len(line.text) > 120 and not is_title(line.text)


def _opens_body(line: Line, walk: _Walk) -> bool:
    if line.kind == "row":
        return True
    markers = read_markers(line.text)
    if not markers or markers[0].style not in _STRUCTURE:
        return False
    return bool(walk.head) and markers[0].value <= 2


def _grounds(walk: _Walk, line: Line, strip: Strip) -> None:
    if _opens_body(line, walk) and not _starts_grounds(line):
        walk.state = "body"
        _body(walk, line, strip)
        return
    if _starts_grounds(line):
        walk.frame.bases.append(line)
    decides = _DECIDES.match(line.text) or is_title(line.text)
    walk.frame.furniture.append(Furniture("header" if decides else "opening", line.span))


def _body(walk: _Walk, line: Line, strip: Strip) -> None:
    if _RECIPIENTS.match(line.text):
        walk.state = "recipients"
        _recipient(walk, strip)
    elif _signs(line):
        walk.state = "signing"
        _sign(walk, line, strip)
    elif _APPENDIX.match(line.text) and line.kind == "text" and (is_title(line.text) or len(line.text) < 40):
        walk.state = "appendix"
        _appendix(walk, line, strip)
    elif _opens_attached(walk, line):
        walk.state = "attached"
        _open_attached(walk, line)
    else:
        walk.frame.body.append(line)


def _open_attached(walk: _Walk, line: Line) -> None:
    """The title of the attached text stands in the body too: it ends the articles of the decision."""
    walk.frame.furniture.append(Furniture("header", line.span))
    walk.frame.body.append(line)


def _signs(line: Line) -> bool:
    return line.kind == "text" and is_title(line.text.split("(")[0]) and len(line.text) < 90 and _SIGNING.match(line.text) is not None


def _opens_attached(walk: _Walk, line: Line) -> bool:
    """The title of a text that a decision puts into force ("KẾ HOẠCH" behind the signature)."""
    kind = KIND_LINE.match(line.text)
    return kind is not None and line.kind == "text" and kind["kind"].isupper() and any(read_markers(b.text)[:1] and read_markers(b.text)[0].style == "điều" for b in walk.frame.body[:3])


def _recipient(walk: _Walk, strip: Strip) -> None:
    walk.frame.furniture.append(Furniture("recipients", strip.span))
    opening = _RECIPIENTS.match(strip.text)
    place = opening.end() if opening else 0
    for match in re.finditer(r"[^;]+;?", strip.text[place:]):
        words = match.group().strip(" -–+;.\t")
        if words and not re.fullmatch(r"nơi nhận:?", words, re.IGNORECASE):
            first = strip.start + strip.text.index(words, place + match.start())
            walk.recipients.append(Recipient(words, (first, first + len(words))))


def _recipient_line(walk: _Walk, line: Line, strip: Strip) -> None:
    last = walk.recipients[-1].text if walk.recipients else ""
    bulleted = re.match(r"[-–+•*]", line.text) is not None
    if line.kind == "text" and (bulleted or (not is_title(line.text) and not last.lower().startswith("lưu") and not _opens_part(walk, line))):
        _recipient(walk, strip)
    else:
        walk.state = "signing"
        _sign(walk, line, strip)


def _opens_part(walk: _Walk, line: Line) -> bool:
    return _APPENDIX.match(line.text) is not None or _opens_attached(walk, line)


def _sign(walk: _Walk, line: Line, strip: Strip) -> None:
    """The signing block until a name has stood, then an attached text or an appendix."""
    if _RECIPIENTS.match(line.text):
        walk.state = "recipients"
        _recipient(walk, strip)
        return
    if line.kind == "row" or _opens_part(walk, line) or len(line.text) > 110 or _NOTE.match(line.text) or _is_list_title(line):
        walk.state = "attached" if _opens_attached(walk, line) else "appendix"
        _STATES[walk.state](walk, line, strip)
        return
    walk.signing.append(strip)
    walk.frame.furniture.append(Furniture("signature", line.span))


def _is_list_title(line: Line) -> bool:
    return re.match(r"(?:danh mục|bảng|biểu|phân công|nhiệm vụ)\b", line.text, re.IGNORECASE) is not None and is_title(line.text)


def _attached(walk: _Walk, line: Line, strip: Strip) -> None:
    if _opens_attached(walk, line):
        _open_attached(walk, line)
    elif _opens_body(line, walk) and not _starts_grounds(line):
        walk.state = "body"
        _body(walk, line, strip)
    elif _APPENDIX.match(line.text):
        walk.state = "appendix"
        _appendix(walk, line, strip)
    else:
        walk.frame.furniture.append(Furniture("header" if is_title(line.text) else "opening", line.span))


def _appendix(walk: _Walk, line: Line, strip: Strip) -> None:
    titled = line.kind == "text" and (_APPENDIX.match(line.text) or _NOTE.match(line.text) or is_title(line.text))
    if titled:
        walk.frame.furniture.append(Furniture("appendix_title", line.span))
    elif _RECIPIENTS.match(line.text) and not walk.recipients:
        walk.state = "recipients"
        _recipient(walk, strip)
    elif not walk.frame.body and line.kind == "text" and read_markers(line.text):
        walk.state = "body"
        _body(walk, line, strip)
    else:
        walk.frame.appendix.append(line)


_STATES = {
    "head": _head,
    "grounds": _grounds,
    "body": _body,
    "recipients": _recipient_line,
    "signing": _sign,
    "attached": _attached,
    "appendix": _appendix,
}
