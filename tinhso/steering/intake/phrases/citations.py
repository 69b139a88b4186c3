"""Citations: the documents a text names ("Quyết định số 27/QĐ-TTg ngày 15/3/2022 của …") and the bases of a plan."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Reference, Span

#: Kinds of documents, the longer name before the shorter (Nghị định 30/2020/NĐ-CP, Điều 7; Luật Ban hành VBQPPL).
_KIND = any_of(
    """Nghị quyết liên tịch|Thông tư liên tịch|Thông báo kết luận|Thông báo Kết luận|Chương trình hành động|
    Kế hoạch hành động|Chương trình công tác|Chương trình phối hợp|Văn bản hợp nhất|Kế hoạch phối hợp|
    Kế hoạch tổng thể|Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|
    Thông tri|Thông báo|Công văn|Công điện|Kết luận|Kế hoạch|Chương trình|Đề án|Tờ trình|Báo cáo|
    Báo cáo thẩm định|Hướng dẫn|Quy định|Quy chế|Văn bản|Chiến lược|Đề cương|Biên bản|Phương án|Dự án|Giấy mời|
    Phiếu trình"""
)

_SEGMENT = r"(?:\s?[/\-–]|[/\-–]\s?)(?:[A-ZĐƯƠÂÊÔ][\w&]*(?:\.[A-ZĐ][\w&]*)*|(?:19|20)\d\d(?![\w]))"
_NUMBER = rf"(?:\d{{1,6}}(?:\.\d{{1,2}})?[a-zA-Z]?(?:{_SEGMENT}){{1,4}}|/(?:[A-ZĐ]+\d*-[A-ZĐ]\w*))"
_DAY = (
    r",?\s*\(?ngày\s+(?:(?P<d>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<m>\d\s?\d?)\s*(?:/|-|\.|,?\s*năm)\s*(?P<y>\d{4})"
    r"|(?=\s*(?:tháng|/))(?:tháng\s*(?:\d{1,2}\s*)?năm\s*\d{4}|\s*/\s*/?\s*\d{4}))"
)
_DATE = re.compile(_DAY, re.IGNORECASE)
_HEAD = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})(?P<title>(?:\s+(?!số\s)[^\s;.:,()“”\"]+){{0,14}}?)"
    rf"\s+(?:số\s*:?\s*)?(?P<number>{_NUMBER})"
)
#: Kinds written small or short; only with a number behind them are they documents.
_SMALL = {
    "văn bản": "Văn bản", "công văn": "Công văn", "quyết định": "Quyết định", "nghị quyết": "Nghị quyết",
    "kế hoạch": "Kế hoạch", "tờ trình": "Tờ trình", "thông báo": "Thông báo", "chỉ thị": "Chỉ thị",
    "nghị định": "Nghị định", "thông tư": "Thông tư", "báo cáo": "Báo cáo", "công điện": "Công điện",
    "QĐ": "Quyết định", "NQ": "Nghị quyết", "NĐ": "Nghị định", "CT": "Chỉ thị", "KH": "Kế hoạch", "CV": "Công văn",
    "TB": "Thông báo", "KL": "Kết luận", "TT": "Thông tư",
}  # fmt: skip
_SMALL_HEAD = re.compile(rf"(?<![\w/\-])(?P<kind>{'|'.join(_SMALL)})\s+(?:số\s*:?\s*)?(?P<number>{_NUMBER})")
#: Behind a number that counts something or goes on: "Nghị quyết 05 nội dung", "Quyết định 27/…".
_COUNTS = (
    r"\w|\s*(?:[/\-–]\s?[A-ZĐ\d]|%|[.,]\d)|\s+(?:năm|tháng|quý|tuần|ngày(?!\s+\d)|giờ|phút|lần|người|triệu|tỷ|"
    r"nội dung|nhiệm vụ|dự án|đơn vị|mục tiêu|chỉ tiêu|bước|giai đoạn|cấp|điểm|loại|nhóm|trang|phần|lớp)(?!\w)"
)
_PLAIN = r"\s+(?:số\s+|(?!(?:19|20)\d\d(?!\d)))(?P<number>\d{1,5})"
#: Names that are no verbs stand with a number anywhere ("Đề án 06"), the others only at the end of their phrase.
_PLAIN_NUMBERS = (
    re.compile(rf"(?<!\w)(?P<kind>Đề án|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Nghị định){_PLAIN}(?!{_COUNTS})"),
    re.compile(rf"(?<!\w)(?P<kind>Kế hoạch|Chương trình|Thông báo){_PLAIN}(?!{_COUNTS}|\s+(?!(?:và|của|trên)\s)\w)"),
)
_LAW_DAY = r"ngày\s+\d{1,2}\s*(?:/|-|tháng)\s*\d{1,2}\s*(?:/|-|,?\s*năm)\s*\d{4}"
_LAW_KIND = r"(?<!\w)(?P<kind>Hiến pháp|Bộ luật|Luật|Pháp lệnh)"
_LAW_WORD = r"(?!Luật\b|Bộ\s+luật|Nghị\s|Pháp lệnh|được\s|[Ss]ửa đổi|ngày\s|số\s*:?\s*\d|năm\s)[^\s;.:()]+"
#: A law known by its name with number, day or year behind it.
_DATED_LAW = re.compile(
    rf"{_LAW_KIND}(?P<title>(?:\s+{_LAW_WORD}){{0,24}}?)(?=\s+(?:số\s*:?\s*\d|ngày\s|"
    rf"năm\s))(?:\s+số\s*:?\s*(?P<number>\d+/\d{{4}}/[\w\-]+|\d+[/\-][\w./\-]*))?"
    rf"(?P<date>,?\s+{_LAW_DAY}|,?\s+năm\s+\d{{4}})?"
)
#: A law that amends others: the laws it names belong to its title.
_AMENDING_LAW = re.compile(
    rf"{_LAW_KIND}(?P<title>\s+[Ss]ửa đổi[^;\n]{{3,600}}?)"
    rf"(?:(?:\s+số\s+(?P<number>\d+/\d{{4}}/[\w\-]+))?(?P<date>,?\s+{_LAW_DAY})(?=\s*(?:[;,)\n]|\.?\s*$|\.\s|của\s))|"
    rf"(?=\s*(?:[;)\n]|\.?\s*$|\.\s)))"
)
_NAMED_LAW = re.compile(
    rf"{_LAW_KIND}(?P<title>(?:(?!\s+(?:và|,)\s+(?:các|[A-ZĐ])|,|\s+(?:được|về việc|của|đã|có|để|trong|trên|do|tại|"
    rf"theo|là|cho|ngày|số)\s)\s+{_LAW_WORD}){{1,12}})(?P<number>(?!))?(?P<date>(?!))?"
)
_SHARED = re.compile(rf"(?<=[:,;và]\s)số\s+(?P<number>{_NUMBER})")
_ISSUER = re.compile(r"\s*,?\s*của\s+(?P<issuer>[^;.:()“”\"\n]{2,140})")
_ISSUER_END = re.compile(
    r"\s*(?:,(?!\s(?:Thể thao|Thông tin và|chống))|\s(?:về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|Sửa đổi|"
    r"Ban hành|Quy định|Hướng dẫn|Phê duyệt|Về|trên địa bàn|thực hiện|triển khai|tiếp tục|kết luận|Kết luận|"
    r"được|đã|là|để|nhằm|cho|theo|tại|ngày|đối với|trước|trong|thông qua|Tổ chức|tổ chức|năm|đến|từ|vào|giai đoạn|"
    r"thời kỳ|có|phải|chưa|gồm)(?=[\s,]|$)"
    rf"|\svà\s(?!(?!{_KIND})[A-ZĐ]))"
)
_COMMITTEE = re.compile(
    r"(?:[ỦU][ỷỵy]?[Ủủỷ]?\s?ban\s+[Qq]uốc\s+gia|Ban\s+[Cc]hỉ\s+đạo(?:\s+\w+){0,4}?)\s+(?:về\s+(?!việc)|(?=phát triển|"
    r"chuyển đổi|xây dựng|cải cách))(?P<field>[^;.:()“”\"\n]{3,120}?)"
    r"(?=\s+(?:ban hành|về|phê duyệt|ngày|triển khai|quy định)\s|\s*[,;.)]|\s*$)"
)
_SUBJECT = re.compile(r"\s*,?\s*(?P<subject>[^;\n]{3,600}?)(?=\s*(?:;|\.\s|\.?$|\n))", re.DOTALL)
_COORDINATED = re.compile(
    r"\s*(?:[,;:]\s*(?:và|cùng)?|và|cùng)\s*(?:các\s+)?|\s*;\s*(?:thực hiện|triển khai|căn cứ)\s+", re.IGNORECASE
)
_OPENER = re.compile(
    r"\s*(?:-\s*)?(?:căn cứ(?:\s+căn cứ)?|thực hiện|triển khai(?:\s+thực hiện)?|theo|xét(?:\s+đề nghị)?|trên cơ sở|"
    r"tiếp theo|thi hành|để thực hiện|nhằm thực hiện|thực hiện nhiệm vụ|phúc đáp|"
    r"tiếp tục thực hiện|tiếp tục triển khai|quán triệt)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:hướng dẫn|đề nghị|ý kiến|chỉ đạo|kết luận|yêu cầu|thông báo|"
    r"giao)\s+(?:của\s+)?[^;]{0,120}\s+tại\s+(?:các\s+)?$|(?:sửa đổi|bổ sung)[^;]{0,60}\s(?:tại|bởi)\s+$"
)
_CITING = re.compile(r"(?:theo|quy định\s+(?:tại|của)|căn cứ|thi hành|của|tại|thực hiện|và|,)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"\s*,?\s*(?:và\s+|cùng\s+)?(?:các\s+)?")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{2,400}[”\"]")
_FILLER = "¤"


def read_references(text: str, start: int) -> list[Reference]:
    """The documents named in ``text`` (which begins at ``start``) in order, each up to its subject's end."""
    found = [_reference(text, start, head, until=until) for head, until in _bounded(_heads(text), len(text))]
    return _with_shared_issuers(found, text, start)


def _with_shared_issuers(found: list[Reference], text: str, start: int) -> list[Reference]:
    """Documents of one kind joined by "và" or a comma have one issuer, named behind the last."""
    shared = list(found)
    for place in range(len(shared) - 2, -1, -1):
        one, other = shared[place], shared[place + 1]
        between = text[one.span[1] - start : other.span[0] - start]
        if one.issuer is None and one.kind == other.kind and _JOINED.fullmatch(between):
            shared[place] = replace(one, issuer=other.issuer)
    return shared


def read_legal_bases(lines: Iterable[tuple[str, int]]) -> list[Reference]:
    """One reference for each document that the opening lines rest on; documents inside a title are left out."""
    return [base for text, start in lines for base in _bases_of(text, start)]


def mask_references(text: str) -> str:
    """``text`` with cited numbers, their dates and quoted titles blotted out, letter for letter as long."""
    spans = [(head.span[0], _tail(text, head)[0]) for head in _heads(text)]
    return blot(text, [*spans, *(match.span() for match in _QUOTED.finditer(text))])


def blot(text: str, spans: Iterable[Span]) -> str:
    """``text`` with ``spans`` blotted out, letter for letter as long."""
    parts: list[str] = []
    place = 0
    for first, last in sorted(spans):
        if last > place:
            parts += [text[place : max(first, place)], _FILLER * (last - max(first, place))]
            place = last
    return "".join([*parts, text[place:]])


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    title: str
    number: str | None
    day: str | None
    span: Span


def _heads(text: str) -> list[_Head]:
    """Kind and number (or a law's name and day) wherever they stand, in order and apart."""
    found = sorted(_candidates(text), key=lambda head: (head.span[0], -head.span[1]))
    apart: list[_Head] = []
    for head in found:
        if not apart or head.span[0] >= apart[-1].span[1]:
            apart.append(head)
    return apart


def _candidates(text: str) -> Iterator[_Head]:
    kind = "Quyết định"
    for match in _HEAD.finditer(text):
        kind = _spaced(match["kind"])
        yield _Head(kind, _spaced(match["title"]), _spaced_number(match["number"]), None, match.span())
    for match in _SMALL_HEAD.finditer(text):
        yield _Head(_SMALL[match["kind"]], "", _spaced_number(match["number"]), None, match.span())
    for match in _SHARED.finditer(text):
        yield _Head(_kind_before(text, match.start()) or kind, "", _spaced_number(match["number"]), None, match.span())
    for pattern in _PLAIN_NUMBERS:
        for match in pattern.finditer(text):
            yield _Head(_spaced(match["kind"]), "", match["number"], None, match.span())
    yield from _laws(text)


def _laws(text: str) -> Iterator[_Head]:
    for pattern in (_AMENDING_LAW, _DATED_LAW, _NAMED_LAW):
        for match in pattern.finditer(text):
            named = pattern is not _NAMED_LAW or _CITING.search(text[max(0, match.start() - 30) : match.start()])
            if named:
                day = _iso(_DATE.search(match["date"])) if match["date"] else None
                end = match.end() - (match.group()[-1] == ",")
                yield _Head(
                    match["kind"], _spaced(match["title"]).rstrip(" ,"), match["number"], day, (match.start(), end)
                )


def _kind_before(text: str, place: int) -> str | None:
    kinds = list(re.finditer(_KIND, text[max(0, place - 300) : place]))
    return _spaced(kinds[-1].group()) if kinds else None


def _bounded(heads: list[_Head], length: int) -> Iterator[tuple[_Head, int]]:
    limits = [head.span[0] for head in heads[1:]] + [length]
    yield from zip(heads, limits, strict=False)


def _reference(text: str, start: int, head: _Head, *, until: int) -> Reference:
    end, day, issuer = _tail(text, head)
    end = min(end, max(until, head.span[1]))
    subject = _subject(text, end, until) or head.title or None
    return Reference(
        text=text[head.span[0] : end],
        kind=head.kind,
        number=head.number,
        date=day,
        issuer=issuer,
        subject=subject,
        span=(start + head.span[0], start + end),
    )


def _tail(text: str, head: _Head) -> tuple[int, str | None, str | None]:
    """Where day and issuer end, the day in ISO, the issuer; they stand in either order behind the number."""
    place, day, issuer = head.span[1], head.day, None
    for _ in range(2):
        dated = _DATE.match(text, place) if day is None else None
        if dated:
            place, day = dated.end(), _iso(dated)
        named = _issuer_at(text, place) if issuer is None else None
        if named:
            issuer, place = named
    return place, day, issuer


def _issuer_at(text: str, place: int) -> tuple[str, int] | None:
    match = _ISSUER.match(text, place)
    if match is None:
        return None
    committee = _COMMITTEE.match(match["issuer"])
    end = match.start("issuer") + (committee.end() if committee else _issuer_length(match["issuer"]))
    return text[match.start("issuer") : end].strip(), end


def _issuer_length(words: str) -> int:
    end = _ISSUER_END.search(words)
    return end.start() if end else len(words.rstrip())


def _subject(text: str, place: int, until: int) -> str | None:
    match = _SUBJECT.match(text, place)
    subject = match["subject"].strip() if match else ""
    if not re.match(
        r"(?:về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|triển khai|thực hiện)\b", subject, re.IGNORECASE
    ):
        return None
    return re.sub(r"^về(?:\s+việc)?\s+", "", subject, flags=re.IGNORECASE).rstrip(" .,") or None


def _bases_of(text: str, start: int) -> Iterator[Reference]:
    """A document is a basis when it opens the line, follows ";" or is joined to one whose title has not begun."""
    heads = _heads(text)
    end = 0
    for head, until in _bounded(heads, len(text)):
        between = text[end : head.span[0]]
        if end == 0 or _joins(between, text[: head.span[0]]):
            yield _reference(text, start, head, until=until)
            end = _tail(text, head)[0]


def _joins(between: str, before: str) -> bool:
    if _COORDINATED.fullmatch(between):
        return True
    last = between.rsplit(";", 1)[-1] if ";" in between else ""
    opened = ";" in between and (
        not last.strip() or _OPENER.match(last) is not None or _COORDINATED.fullmatch(last) is not None
    )
    return opened or _AT.search(before[-200:]) is not None


def _iso(match: re.Match[str] | None) -> str | None:
    if match is None or not match["d"]:
        return None
    try:
        return date(int(match["y"]), int(match["m"].replace(" ", "")), int(match["d"])).isoformat()
    except ValueError:
        return None


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _spaced_number(number: str) -> str:
    return re.sub(r"\s*([/\-–])\s*", r"\1", number.strip())
