"""The letterhead: issuing body, number and symbol, place and date, kind and subject (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tinhso.steering.intake.frame.strips import Strip, is_capital
from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import DocumentDate, Header

_KINDS = any_of(
    """KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH CÔNG TÁC|KẾ HOẠCH HÀNH ĐỘNG|
    KẾ HOẠCH LIÊN TỊCH|THÔNG BÁO|THÔNG BÁO KẾT LUẬN|KẾT LUẬN|CHỈ THỊ|NGHỊ QUYẾT|CÔNG ĐIỆN|ĐỀ ÁN|HƯỚNG DẪN|
    BÁO CÁO|PHƯƠNG ÁN|TỜ TRÌNH|CHIẾN LƯỢC|QUY CHẾ|QUY ĐỊNH|THÔNG TƯ|NGHỊ ĐỊNH|DỰ ÁN|BIÊN BẢN|KẾ HOẠCH PHỐI HỢP|
    CHƯƠNG TRÌNH PHỐI HỢP|THÔNG TRI|QUY HOẠCH|KẾ HOẠCH TỔNG THỂ"""
)
_BODY = any_of(
    """ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|SỞ|BỘ|BAN|VĂN PHÒNG|THỦ TƯỚNG|CHÍNH PHỦ|CÔNG AN|CỤC|CHI CỤC|TỔNG CỤC|
    TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG ỦY|TỈNH UỶ|THÀNH UỶ|TRUNG TÂM|TRƯỜNG|VIỆN|BỆNH VIỆN|BẢO HIỂM|KHO BẠC|
    NGÂN HÀNG|THANH TRA|TÒA ÁN|QUỐC HỘI|CHỦ TỊCH|TỔ CÔNG TÁC|HỘI|LIÊN ĐOÀN|ĐOÀN|MẶT TRẬN|ĐẢNG BỘ|BCH|
    BAN CHẤP HÀNH|BAN CHỈ ĐẠO|PHÒNG|XÃ|PHƯỜNG|HUYỆN|BỘ TRƯỞNG|TỔNG CÔNG TY|TẬP ĐOÀN|ĐÀI|BÁO|THỊ TRẤN|QUẬN|
    ĐẶC KHU|TỈNH|THÀNH PHỐ"""
)
KIND_LINE = re.compile(rf"(?P<kind>{_KINDS})(?P<rest>\s*[:*(]?\s*$|\s+(?=\S))")
_MOTTO = re.compile(
    r"C[ỘO]NG\s+H[ÒO][AÀ]\s+X[ÃA]\s+H[ỘO]I|ĐẢNG CỘNG SẢN VIỆT NAM|(?:CHỦ\s+)?NGHĨA\s+VIỆT\s+NAM|"
    r"Độc\s+lập\s*[-–]\s*Tự\s+do",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_*=.~–—|\s]+")
_NUMBER = re.compile(
    r"\bSố\s*:?\s*(?P<number>\d[\d.]*[a-zA-Z]?(?:\s?/\s?(?:19|20)\d\d)?)?\s*[/\-]\s*"
    r"(?P<symbol>[A-ZĐ][\w&.]*(?:\s?[-/]\s?[A-ZĐ][\w&.]*)*)"
)
_BARE_NUMBER = re.compile(r"^\d+\s?[/-]\s?[A-ZĐ]|\bSố\s*:?\s*$")
_PLACE_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][^\d,;:()|]{1,38}?)\s*,\s*ngày\s*(?P<day>\d{1,2})?[\s.…]*tháng\s*(?P<month>\d\s?\d?)?[\s.…]*"
    r"năm\s*(?P<year>\d{4})?"
)
_STARTS_BODY = re.compile(rf"{_BODY}(?!\w)")
#: Names that two lines of a narrow column often share.
_WHOLE = (
    "THỦ TƯỚNG CHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ", "THANH TRA CHÍNH PHỦ", "BAN CƠ YẾU CHÍNH PHỦ", "VĂN PHÒNG QUỐC HỘI",
)  # fmt: skip
_OPEN_NAME = re.compile(
    r"(?:ỦY BAN|UỶ BAN|NHÂN|NHÂN DÂN|VÀ|CỦA|THỦ TƯỚNG|VĂN PHÒNG|TỈNH|THÀNH PHỐ|CHỈ ĐẠO|QUỐC GIA|HỘI ĐỒNG|XÃ|PHƯỜNG|"
    r"HUYỆN|QUẬN|,)$"
)
_PREAMBLE = re.compile(
    r"""[-+*\s]*(?:căn\s+cứ|thực\s+hiện|triển\s+khai|theo\s+đề\s+nghị|xét|trên\s+cơ\s+sở|tiếp\s+tục|nhằm|để|ngày\s+\d|thi\s+hành|
    sau\s+khi|kính\s+gửi|quán\s+triệt|trong\s+thời\s+gian)(?!\w)|[-+*\s]*(?:I|1|A)\s?[.)]\s|điều\s+1|phần\s+(?:thứ\s+)?(?:nhất|I)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SURE_PREAMBLE = re.compile(
    r"^[-+*\s]*(?:căn cứ|theo đề nghị|xét đề nghị|kính gửi|điều 1|phần |(?:I|1|A)\s?[.)]\s)|(?:như sau|sau đây|"
    r"sau)\s*[:.]\s*$"
    r"|(?:ban hành|xây dựng)\s+[Kk]ế hoạch\s.*(?:như sau|cụ thể)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*\((?:ban hành |kèm |có |chi tiết|đính kèm|kèm theo)", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|BỘ TRƯỞNG .*|CHỦ TỊCH .*|GIÁM ĐỐC .*|TỔNG GIÁM ĐỐC .*|HỘI ĐỒNG NHÂN DÂN .*|"
    r"QUYẾT ĐỊNH\s*:?)"
)
_ENACTING = re.compile(rf"\s+{_BODY}[^a-zà-ỹ]*?\s*(?=\s(?:Căn cứ|điện\s*:|Thực hiện|Xét|Theo đề nghị)(?!\w))")
_OPENER = re.compile(r"\s(?:Căn cứ|điện\s*:|Xét đề nghị|Theo đề nghị)(?!\w)")
_GLUED_NOTE = re.compile(r"\s\((?:Ban hành |Kèm |kèm |ban hành )")
#: No line of a letterhead is longer.
_WIDEST = 2_000
_BASIS = re.compile(r"[-+*\s]*Căn cứ\s")
_SECTION = re.compile(r"(?:I|1|A)\s?[.)]\s|Điều 1\.")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The header with the character at which the preamble begins, and the tables that set the letterhead in columns."""

    header: Header
    end: int
    tables: frozenset[int]


def read_letterhead(strips: Sequence[Strip]) -> Letterhead:
    """The letterhead at the top of a document; what it does not give stays None."""
    strips = [replace(strip, text=strip.text[:_WIDEST]) for strip in strips]
    kind_place = _kind_place(strips)
    top = strips[: _top_end(strips, kind_place)]
    header = _facts(top)
    tables = {strip.table for strip in top if strip.table is not None}
    if kind_place is None:
        return Letterhead(header, top[-1].span[1] if top else 0, frozenset(tables))
    kind = strips[kind_place]
    match = KIND_LINE.match(kind.text)
    name, cut = (match["kind"], match.end()) if match else (kind.text, len(kind.text))
    behind = [replace(kind, text=kind.text[cut:], start=kind.start + cut)] if kind.text[cut:].strip() else []
    subject = _subject_strips([*behind, *strips[kind_place + 1 : kind_place + 9]], header.body)
    words = " ".join(strip.text for strip in subject).strip(" .:")
    end = max([kind.start + cut, *(strip.span[1] for strip in subject)])
    spans = (*header.spans, (kind.start, kind.start + cut), *(strip.span for strip in subject))
    tables |= {strip.table for strip in (kind, *subject) if strip.table is not None}
    header = replace(header, kind=" ".join(name.split()), subject=words or None, spans=spans)
    return Letterhead(header, end, frozenset(tables))


def _kind_place(strips: Sequence[Strip]) -> int | None:
    """Where the kind stands: a line that opens with the name of a kind in capitals, before any section."""
    for place, strip in enumerate(strips[:40]):
        if KIND_LINE.match(strip.text):
            return place
        if _SECTION.match(strip.text) or _BASIS.match(strip.text):
            return None
    return None


def _top_end(strips: Sequence[Strip], kind_place: int | None) -> int:
    if kind_place is not None:
        return kind_place
    stop = next((place for place, strip in enumerate(strips[:25]) if _PREAMBLE.match(strip.text)), 0)
    return min(stop, 16)


def _facts(top: Sequence[Strip]) -> Header:
    words = " ".join(strip.text for strip in top)
    number, date = _NUMBER.search(words), _PLACE_DATE.search(_NUMBER.sub("|", words))
    bodies = list(dict.fromkeys(_bodies([name for strip in top if (name := _name_of(strip))])))
    header = Header(
        spans=tuple(strip.span for strip in top),
        body=bodies[-1] if bodies else None,
        parent_body=bodies[-2] if len(bodies) > 1 else None,
    )
    if number:
        written = re.sub(r"\s", "", number["number"]) if number["number"] else None
        header = replace(header, number=written, symbol=re.sub(r"\s", "", number["symbol"]))
    if date:
        day, month, year = (
            int(date[part].replace(" ", "")) if date[part] else None for part in ("day", "month", "year")
        )
        header = replace(header, place=" ".join(date["place"].split()), date=DocumentDate(day, month, year))
    return header


def _name_of(strip: Strip) -> str:
    """The part of a strip that names the issuing body: capitals in front of the national motto, number or date."""
    words = strip.text
    for pattern in (_MOTTO, _NUMBER, _BARE_NUMBER, _PLACE_DATE):
        found = pattern.search(words)
        words = words[: found.start()] if found else words
    words = words.strip(" *-–_.|:")
    return words if is_capital(words) and not _RULE.fullmatch(words) else ""


def _bodies(names: Sequence[str]) -> list[str]:
    """The bodies named by the lines: a line that does not open a name of its own goes on with the one above."""
    bodies: list[str] = []
    for name in names:
        joined = f"{bodies[-1]} {name}" if bodies else name
        if bodies and (not _STARTS_BODY.match(name) or joined in _WHOLE or _OPEN_NAME.search(bodies[-1])):
            bodies[-1] = joined
        else:
            bodies.append(name)
    return bodies


def _subject_strips(strips: Sequence[Strip], body: str | None) -> list[Strip]:
    """The lines behind the kind that hold the subject, up to the preamble, the enacting formula or a note."""
    taken: list[Strip] = []
    for strip in strips:
        if _opens_preamble(strip.text, first=not taken) or _NOTE.match(strip.text) or _RULE.fullmatch(strip.text):
            break
        if taken and not _goes_on(taken[-1].text, strip.text, body):
            break
        cut = _enacting_cut(strip.text, body)
        taken.append(replace(strip, text=strip.text[:cut].rstrip()))
        if cut < len(strip.text):
            break
    return taken


def _opens_preamble(text: str, *, first: bool) -> bool:
    """Whether a line is no subject any more; the first line is one even when it begins "Triển khai …"."""
    if _PREAMBLE.match(text) is None:
        return False
    if first and is_capital(text):
        return False
    return not first or len(text) > 300 or _SURE_PREAMBLE.search(text) is not None


def _goes_on(above: str, text: str, body: str | None) -> bool:
    """Whether a line goes on with the subject: capitals under capitals, or a small letter, but no body of its own."""
    if body and text.strip(" ,:").upper().startswith(body.upper()) and len(text) <= len(body) + 12:
        return False
    if is_capital(above):
        return is_capital(text) and not _AUTHORITY.fullmatch(text)
    return text[:1].islower() and len(text) < 160


def _enacting_cut(text: str, body: str | None) -> int:
    """Where the enacting formula glued behind the subject begins ("… THỦ TƯỚNG CHÍNH PHỦ Căn cứ Luật …")."""
    note, opener = _GLUED_NOTE.search(text), _OPENER.search(text)
    cuts = [len(text), *([note.start()] if note else [])]
    if opener:
        before = text[: opener.start()].rstrip()
        formula = _ENACTING.search(text)
        named = body is not None and before.upper().endswith(body.upper())
        cuts.append(len(before) - len(body or "") if named else formula.start() if formula else opener.start())
    return min(cuts)
