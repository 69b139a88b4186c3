"""Sending: how a plan words the order to report, send or reflect something to somebody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Span

#: Words that open the name of somebody to whom one reports.
_HEADS = any_of(
    """UBND|Ủy ban|Uỷ ban|Ủy nhân dân|Chủ tịch|Phó Chủ tịch|Thủ tướng|Phó Thủ tướng|Quốc hội|Bộ|Sở|Ban|Tỉnh ủy|
    Tỉnh uỷ|Thành ủy|Thành uỷ|Thường trực|HĐND|Hội đồng|Văn phòng|cấp có thẩm quyền|cấp thẩm quyền|
    cơ quan có thẩm quyền|lãnh đạo|Trưởng ban|Trưởng Ban|các cấp|Cục|Tổng cục|Chi cục|Trung ương|Công an|Phòng|
    Trung tâm|cơ quan thường trực|Cơ quan thường trực|cơ quan|Đảng ủy|Ngân hàng|Viện|Hội|Giám đốc|Bộ trưởng|
    Kho bạc|Thanh tra|Vụ|Tổ công tác|Tổ giúp việc|Kiểm toán|BHXH|Bảo hiểm xã hội|Huyện ủy|
    Phó Thủ tướng Chính phủ"""
)
_STOPS = any_of(
    """kết quả|tình hình|tiến độ|các nội dung|nội dung|để|trước|theo|xem xét|những|và đề xuất|và tham mưu|về|việc|
    trong|hằng|hàng|định kỳ|chậm nhất|tổng hợp|kịp thời|phê duyệt|quyết định|giải quyết|danh sách|số liệu|
    phương án|cho ý kiến|chỉ đạo xử|bằng|vào|các vấn đề|tháo gỡ|các khó khăn|trình|bố trí|ban hành|điều chỉnh|
    làm|và các|từ|khi|nhằm|được|và kịp|phục vụ|đối với|các trường hợp|biết|kết luận|và kiến nghị"""
)
_RECIPIENT = (
    rf"(?P<to>(?:{_HEADS}|Chính phủ(?!\s(?:số|điện tử)))(?!\w)(?:(?!\s+{_STOPS}(?!\w))(?:\s+(?!và\s+(?!{_HEADS}|"
    rf"[A-ZĐ]))[^\s,;:.()]+|,(?=\s(?:{_HEADS}|Chính phủ)(?!\w))|,(?=\sThể thao|\sThông tin và)))*"
    r"(?:\s*\(\s*\*?\s*(?:qua|thông qua)[^()]{2,120}\))?)"
)
_OBJECT = (
    r"(?:kết quả|tình hình|tiến độ|kịp thời|định kỳ|đột xuất|bằng văn bản|việc|về\s|sơ kết|tổng kết|công tác|nếu|"
    r"theo quy định|\(|hằng|hàng|"
    r"gửi|ngay|trước|đầy đủ|các nội dung|những|kết quả)"
)
_REPORT = re.compile(
    rf"(?P<lead>(?:[Tt]ổng hợp,?\s+(?:tham mưu,?\s+)?|[Kk]ịp thời\s+|[Đđ]ịnh kỳ\s+){{0,3}})[Bb]áo cáo"
    rf"(?:,\s*đề xuất)?\s+(?:ngay\s+|kịp thời\s+|về\s+|với\s+|đến\s+)?(?:{_RECIPIENT}|{_OBJECT})|"
    rf"[Bb]áo cáo(?=\s*[.;/]|\s*$)"
)
_SEND = re.compile(rf"[Gg]ửi\s+(?:[^;.]{{0,320}}?\s(?:về|đến|cho|tới)\s+|về\s+|đến\s+|tới\s+|cho\s+)?{_RECIPIENT}")
_REGIME = re.compile(
    r"[Tt]hực hiện\s+(?:nghiêm\s+|tốt\s+|nghiêm túc\s+|đầy đủ\s+)*(?:công tác\s+|chế độ\s+)(?:thông tin,?\s*)?báo cáo"
)
_REFLECT = re.compile(
    rf"(?:[Pp]hản ánh|[Kk]iến nghị|[Tt]rao đổi|[Đđ]ề xuất|[Pp]hản hồi)(?:\s*,\s*\w+\s\w+)?\s+(?:kịp thời\s+)?(?:về|"
    rf"với|đến|gửi|tới)\s+{_RECIPIENT}"
)
#: To whom a report goes when its object stands first ("báo cáo kết quả thực hiện … về Sở X").
_GOES_TO = re.compile(rf"(?:\s|,\s)(?:gửi\s+)?(?:về|đến|cho|tới|gửi|(?<!hợp )với)\s+{_RECIPIENT}")
_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:các|những|chế độ|bản|văn bản|thông tin|hệ thống|dự thảo|biểu mẫu|biểu|mẫu|xây dựng|nội dung|công tác|"
    r"lập|hoàn thiện|nghe|thẩm định|"
    r"công bố|theo|trong|từ|nộp|phê duyệt|thống kê|tiếp nhận|nhận|kỳ|số liệu|làm|phục vụ|có|một|qua|đọc|cho|là|tại|"
    r"và các|gửi các)\s+$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"(?<!\w)(?:để|nhằm|làm cơ sở|làm căn cứ|phục vụ)\s[^;.]{0,90}$")
_BREAK = re.compile(r";\s*|(?<=[^\s.]{2})\.\s+(?=[A-ZĐÀ-Ỹ])|\n|\u2028")
_CLAUSE = re.compile(r"[.;:\n\u2028](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sending:
    """One order to report: its words from the verb on, the clause it stands in, to whom it goes."""

    span: Span
    clause: Span
    to: str | None
    to_end: int
    reports: bool
    """Whether it is a report and not a mere sending or reflecting of something."""


def find_sendings(text: str) -> list[Sending]:
    """The orders to report in ``text`` in order; purposes ("để tổng hợp, báo cáo …") and nouns are none."""
    found: list[Sending] = []
    for first, last in clauses(text):
        found += _of_clause(text, (first, last))
    return found


def clauses(text: str) -> Iterator[Span]:
    """The clauses of ``text``, parted by semicolons, full stops and line breaks."""
    first = 0
    for match in _BREAK.finditer(text):
        yield first, match.start()
        first = match.end()
    yield first, len(text)


def is_report(clause: str) -> bool:
    """Whether the clause orders a report or a sending."""
    return bool(find_sendings(clause))


def clause_around(text: str, span: Span) -> str:
    """The clause in which ``span`` stands, cut at full stops, semicolons, colons and line breaks."""
    first, last = span
    before = text[max(0, first - 200) : first]
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    end = _CLAUSE.search(text, last, last + 200)
    return before[start:] + text[first : end.start() if end else last + 200]


def _of_clause(text: str, clause: Span) -> list[Sending]:
    first, last = clause
    found: list[Sending] = []
    for reports, match in _acts(text, first, last):
        before = text[first : match.start()]
        if found and _belongs(found[-1], match, text):
            found[-1] = _with_recipient(found[-1], match)
        elif not _NOUN_BEFORE.search(before) and not _PURPOSE.search(
            before[found[-1].to_end - first if found else 0 :]
        ):
            found.append(_sending(text, match, clause, reports=reports))
    return found


def _sending(text: str, match: re.Match[str], clause: Span, *, reports: bool) -> Sending:
    to, end = match.groupdict().get("to"), match.end()
    if to is None:
        purpose = re.search(r"\s(?:để|nhằm)\s", text[end : clause[1]])
        goes = _GOES_TO.search(text, max(match.start(), end - 4), end + purpose.start() if purpose else clause[1])
        to, end = (goes["to"], goes.end()) if goes else (None, end)
    return Sending((match.start(), clause[1]), clause, to.strip(" ,") if to else None, end, reports)


def _acts(text: str, first: int, last: int) -> list[tuple[bool, re.Match[str]]]:
    acts = [(True, match) for pattern in (_REPORT, _REGIME) for match in pattern.finditer(text, first, last)]
    acts += [(False, match) for pattern in (_SEND, _REFLECT) for match in pattern.finditer(text, first, last)]
    return sorted(acts, key=lambda act: act[1].start())


def _belongs(earlier: Sending, match: re.Match[str], text: str) -> bool:
    """Whether a sending tells to whom the report before it goes ("báo cáo kết quả … gửi về Sở X")."""
    if match.start() < earlier.to_end:
        return True
    between = text[earlier.to_end : match.start()]
    return earlier.to is None and match.group()[:3].lower() == "gửi" and "," not in between[-3:]


def _with_recipient(earlier: Sending, match: re.Match[str]) -> Sending:
    to = match.groupdict().get("to")
    if earlier.to is not None or to is None:
        return earlier
    return Sending(earlier.span, earlier.clause, to.strip(" ,"), match.end(), earlier.reports)
