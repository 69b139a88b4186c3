"""The frame: what every official document has around its own words (letterhead, preamble, recipients, signature)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tinhso.steering.intake.frame.letterhead import KIND_LINE, Letterhead, read_letterhead
from tinhso.steering.intake.frame.signing import Closing, recipients_at, signature_at
from tinhso.steering.intake.frame.strips import Strip, is_capital, strips_of
from tinhso.steering.intake.layout.markers import read_markers
from tinhso.steering.intake.layout.sheet import Line, Sheet
from tinhso.steering.intake.reading import Furniture, Header, Recipient, Signer

#: Within so many lines the letterhead and the subject stand.
_HEAD_LINES = 45
#: A signing block set as a table has at most so many rows.
_FEW = 8
_NOTE = re.compile(
    r"""[-*\s]*\((?:ban\s+hành|kèm|có\s+(?:phụ\s+lục|danh\s+mục|biểu)|chi\s+tiết|đính\s+kèm|gửi\s+kèm|theo\s+phụ\s+lục|
    tại\s+phụ\s+lục|nội\s+dung\s+chi\s+tiết)[^()]*(?:\([^()]*\)[^()]*)*\)[.;\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTACHED_NOTE = re.compile(r"\(\s*(?:ban hành|kèm)\s", re.IGNORECASE)
_APPENDIX = re.compile(
    r"""(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|MẪU\s+BIỂU|Mẫu\s+biểu|BIỂU\s+MẪU|Biểu\s+mẫu|BIỂU|Biểu|MẪU|Mẫu|BẢNG|Bảng)
    (?:\s+(?:(?:số|SỐ)\s*:?\s*)?(?:\d{1,2}[A-Za-z]?|[IVX]{1,5}|[A-H]))?\s*[.:]?(?:$|(?=\s+[A-ZĐÀ-Ỹ]{2}|\s*\())""",
    re.VERBOSE,
)
_LIST_TITLE = re.compile(r"(?:DANH MỤC|BẢNG|PHÂN CÔNG|BIỂU|THANG ĐIỂM|TIẾN ĐỘ|LỘ TRÌNH|NHIỆM VỤ)\s")
_SECTIONS = frozenset(
    ("roman", "phần", "chương", "mục", "điều", "capital", "decimal1", "decimal2", "paren", "letter", "ordinal")
)
_OPENS = re.compile(
    r"""[-+*\s]*(?:căn\s+cứ|thực\s+hiện|triển\s+khai|theo\s+đề\s+nghị|xét|trên\s+cơ\s+sở|tiếp\s+tục|nhằm|để|ngày\s+\d|thi\s+hành|
    sau\s+khi|quán\s+triệt)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS_PREAMBLE = re.compile(r"(?:như sau|sau đây|sau|dưới đây)\s*[:.]\s*$", re.IGNORECASE)
_DECIDES = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|YÊU CẦU)\s*:\s*$")
_SIGNING_TABLE = re.compile(r"N[ơo]i\s+(?:nhận|gửi)|(?:TM|KT|TL|TUQ)\s?\.\s?[A-ZĐỦ]")
#: What a law portal leaves around a copied document.
_RESIDUE = re.compile(
    r"Hiệu lực\s*:\s*Đã biết|Tình trạng\s*:\s*Đã biết|Văn bản này chưa cập nhật|Tiếng Anh Văn bản"
    r"|^\d{1,2}/\d{1,2}/\d{4}\s+(?:Ban hành|Hiệu lực|\d+\s*$)"
)
_NUMERAL = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the plan. ``bases`` are the lines of the preamble, ``body`` the lines of the plan itself (an
    attached text included), ``appendix`` those behind it, ``tables`` the tables that only lay out the frame."""

    header: Header
    bases: tuple[Line, ...]
    body: tuple[Line, ...]
    appendix: tuple[Line, ...]
    recipients: tuple[Recipient, ...]
    furniture: tuple[Furniture, ...]
    tables: frozenset[int]


@dataclass(slots=True)
class _Parts:
    """What has been set apart so far; ``taken`` holds indices of lines."""

    taken: set[int] = field(default_factory=set)
    furniture: list[Furniture] = field(default_factory=list)
    recipients: list[Recipient] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    appendix: int | None = None
    signer: Signer | None = None
    signed: int | None = None


def read_frame(sheet: Sheet) -> Frame:
    """Set the frame apart from the plan's own words."""
    head = read_letterhead(strips_of(sheet.lines, 0, min(len(sheet.lines), _HEAD_LINES)))
    parts = _Parts(tables=set(head.tables), furniture=[Furniture("header", span) for span in head.header.spans])
    first = _first_after(sheet, head)
    start = _body_start(sheet.lines, first, head.end)
    bases = _preamble(sheet.lines[first:start], head, parts)
    _set_closings_apart(sheet, start, parts)
    _set_attached_apart(sheet, parts)
    _set_second_signature_apart(sheet, head, parts)
    _set_notes_apart(sheet, start, parts)
    limit = parts.appendix if parts.appendix is not None else len(sheet.lines)
    own = [
        (place, _without_note(line, parts))
        for place, line in enumerate(sheet.lines)
        if _is_own(line, parts, place=place, start=start)
    ]
    return Frame(
        header=replace(head.header, signer=parts.signer),
        bases=bases,
        body=tuple(line for place, line in own if place < limit),
        appendix=tuple(line for place, line in own if place >= limit),
        recipients=tuple(parts.recipients),
        furniture=tuple(sorted(parts.furniture, key=lambda piece: piece.span)),
        tables=frozenset(parts.tables),
    )


def _is_own(line: Line, parts: _Parts, *, place: int, start: int) -> bool:
    return place >= start and place not in parts.taken and line.kind != "furniture" and line.table not in parts.tables


def _first_after(sheet: Sheet, head: Letterhead) -> int:
    """Index of the line in which the preamble begins."""
    lines = enumerate(sheet.lines)
    return next(
        (place for place, line in lines if line.end > head.end and line.table not in head.tables), len(sheet.lines)
    )


def _body_start(lines: Sequence[Line], first: int, end: int) -> int:
    """Where the plan's own words begin: behind the preamble, at the first section or article."""
    for place in range(first, min(len(lines), first + 60)):
        line = lines[place]
        text = line.text[max(0, end - line.start) :].strip()
        if line.kind == "row" or _starts_section(text):
            return place
        if _DECIDES.match(text) or (_ENDS_PREAMBLE.search(text) and not _preamble_goes_on(lines, place + 1)):
            return place + 1
    return first


def _starts_section(text: str) -> bool:
    marker = next(iter(read_markers(text)), None)
    return marker is not None and marker.style in _SECTIONS and not _OPENS.match(text[marker.length :])


def _preamble_goes_on(lines: Sequence[Line], place: int) -> bool:
    if place >= len(lines):
        return False
    text = lines[place].text
    return _OPENS.match(text) is not None or _DECIDES.match(text) is not None


def _preamble(lines: Sequence[Line], head: Letterhead, parts: _Parts) -> tuple[Line, ...]:
    """The lines of the preamble; the first may begin behind the subject that it is glued to."""
    bases: list[Line] = []
    for line in lines:
        cut = max(0, head.end - line.start)
        cut += len(line.text[cut:]) - len(line.text[cut:].lstrip())
        if line.kind == "text" and cut < len(line.text):
            rest = replace(line, text=line.text[cut:], start=line.start + cut)
            parts.furniture.append(Furniture("header" if _is_formula(rest.text) else "opening", rest.span))
            bases.append(rest)
    return tuple(_joined([line for line in bases if not _is_formula(line.text)]))


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Lines of one sentence put together; the blank that stands for the line break keeps the places."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and line.start == above.end + 1 and _goes_on(above.text, line.text):
            joined[-1] = replace(above, text=f"{above.text} {line.text}", end=line.end)
        else:
            joined.append(line)
    return joined


def _goes_on(above: str, text: str) -> bool:
    return (
        not above.rstrip().endswith((".", ";", ":", ","))
        and not _OPENS.match(text)
        and not text.startswith(("-", "+", "*"))
    )


def _is_formula(text: str) -> bool:
    """The enacting formula and the address: "QUYẾT ĐỊNH:", "THỦ TƯỚNG CHÍNH PHỦ", "Kính gửi: …", rules."""
    if _DECIDES.match(text) or text.startswith("Kính gửi") or not re.search(r"\w", text):
        return True
    return is_capital(text) and len(text) < 120


def _set_closings_apart(sheet: Sheet, start: int, parts: _Parts) -> None:
    """Recipients and signatures, in whatever order they stand."""
    strips = strips_of(sheet.lines, start, len(sheet.lines))
    tables = _signing_tables(sheet)
    place = 0
    while place < len(strips):
        closing = recipients_at(strips, place) or signature_at(strips, place)
        if closing is None or strips[place].table not in tables:
            place += 1
            continue
        _take(strips, closing, parts)
        place = closing.last + 1
    _set_trailing_apart(sheet, parts)


def _signing_tables(sheet: Sheet) -> set[int | None]:
    """The tables in which a block counts: few rows, one naming recipients or a post; None stands for text."""
    rows = Counter(line.table for line in sheet.lines)
    named = {line.table for line in sheet.lines if line.kind == "row" and _SIGNING_TABLE.search(line.text)}
    return {None, *(table for table in named if rows[table] <= _FEW)}


def _take(strips: Sequence[Strip], closing: Closing, parts: _Parts) -> None:
    role = "signature" if closing.signer else "recipients"
    parts.furniture += [Furniture(role, span) for span in closing.spans]
    used = strips[closing.first : closing.last + 1]
    parts.taken |= {strip.line for strip in used}
    parts.tables |= {strip.table for strip in used if strip.table is not None}
    parts.recipients += closing.recipients
    if closing.signer:
        parts.signer = parts.signer or closing.signer
        parts.signed = used[-1].line


def _set_trailing_apart(sheet: Sheet, parts: _Parts) -> None:
    """Notes and page remains behind the last signature, up to a title, a table or a section."""
    if parts.signed is None:
        return
    for place in range(max(parts.taken) + 1, len(sheet.lines)):
        line = sheet.lines[place]
        if line.kind == "row" or _APPENDIX.match(line.text) or is_capital(line.text) or _starts_section(line.text):
            return
        if line.text:
            parts.taken.add(place)
            parts.furniture.append(Furniture("note", line.span))


def _set_attached_apart(sheet: Sheet, parts: _Parts) -> None:
    """Title and preamble of a plan that stands behind the decision which puts it into force.

    The title stays in the body too: there it ends the decision's articles.
    """
    if parts.signed is None:
        return
    places = range(parts.signed + 1, min(len(sheet.lines), parts.signed + 8))
    title = next((place for place in places if _is_attached_title(sheet.lines[place])), None)
    if title is None:
        return
    for place in range(title, min(len(sheet.lines), title + 20)):
        line = sheet.lines[place]
        if line.kind == "row" or _starts_section(line.text):
            return
        if place not in parts.taken and line.kind == "text":
            parts.taken |= {place} - {title}
            role = "header" if is_capital(line.text.split("(")[0]) else "note" if _NOTE.match(line.text) else "opening"
            parts.furniture.append(Furniture(role, line.span))


def _is_attached_title(line: Line) -> bool:
    return line.kind == "text" and KIND_LINE.match(line.text) is not None and is_capital(line.text)


def _set_second_signature_apart(sheet: Sheet, head: Letterhead, parts: _Parts) -> None:
    """The body's name in capitals once more at the end of an attached plan stands for its signature."""
    body = head.header.body
    if parts.signed is None or body is None:
        return
    for place in range(parts.signed + 1, len(sheet.lines)):
        line = sheet.lines[place]
        if line.kind == "text" and re.sub(r"^TM\.\s*", "", line.text).upper() == body.upper():
            parts.taken.add(place)
            parts.furniture.append(Furniture("signature", line.span))


def _set_notes_apart(sheet: Sheet, start: int, parts: _Parts) -> None:
    """Notes in parentheses, titles of appendices, page numbers and running heads."""
    for place, line in enumerate(sheet.lines):
        role = _role(line, parts, place=place, start=start)
        if role == "appendix_title" and parts.appendix is None and (parts.signed is None or place > parts.signed):
            parts.appendix = place
        if role is not None:
            parts.taken.add(place)
            parts.furniture.append(Furniture(role, line.span))


def _role(line: Line, parts: _Parts, *, place: int, start: int) -> str | None:
    if line.kind == "furniture":
        return _page_role(line.text)
    if place < start or place in parts.taken or line.kind == "row":
        return None
    if _NOTE.fullmatch(line.text) or _RESIDUE.search(line.text) or not re.search(r"\w", line.text):
        return "note"
    return "appendix_title" if _is_appendix_title(line, place, parts) else None


def _is_appendix_title(line: Line, place: int, parts: _Parts) -> bool:
    """ "PHỤ LỤC I", "Mẫu biểu số 01", and titles in capitals below them or of lists behind the signature."""
    if len(line.text) > 400:
        return False
    if _APPENDIX.match(line.text):
        return True
    if not is_capital(line.text.split("(")[0]) or _starts_section(line.text):
        return False
    behind = parts.signed is not None and place > parts.signed
    return parts.appendix is not None or (behind and _LIST_TITLE.match(line.text) is not None)


def _page_role(text: str) -> str:
    if _NUMERAL.fullmatch(text):
        return "page_number"
    return "table_header" if "\t" in text else "running_head"


def _without_note(line: Line, parts: _Parts) -> Line:
    """A title with the note cut off that is glued behind it ("… (Ban hành kèm theo Quyết định số …)")."""
    note = _ATTACHED_NOTE.search(line.text) if line.kind == "text" else None
    if note is None or not is_capital(line.text[: note.start()]):
        return line
    title = line.text[: note.start()].rstrip()
    parts.furniture.append(Furniture("note", (line.start + note.start(), line.end)))
    return replace(line, text=title, end=line.start + len(title))
