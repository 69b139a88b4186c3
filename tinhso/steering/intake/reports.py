"""Reports: how a plan words the order to send, report or reflect something to somebody."""

import re

from tinhso.steering.intake.reading import Span

_TO = r"(?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Phó Chủ tịch|Thủ tướng|Chính phủ|Quốc hội|Bộ|Sở|Ban|Tỉnh ủy|Thành ủy|Thường trực|HĐND|Hội đồng|Văn phòng|cấp có thẩm quyền|cấp thẩm quyền|lãnh đạo|cơ quan|Trưởng ban|Trưởng Ban|các cấp|Cục|Tổng cục|Trung ương)"
_REPORT = re.compile(
    rf"(?:báo cáo|phản ánh)\s+(?:kịp thời\s+|bằng văn bản\s+|ngay\s+|định kỳ\s+|đột xuất\s+)?(?:{_TO}|kết quả|tình hình|tiến độ|về\s|việc|sơ kết|tổng kết|\(|gửi|đánh giá|$)"
    rf"|gửi\s+(?:(?:văn bản|kết quả|báo cáo|danh sách|hồ sơ|ý kiến|số liệu|đề xuất|nội dung|kế hoạch)[^;.]{{0,120}}?\s)?(?:về|đến|cho|tới|báo cáo)\s|chế độ báo cáo|gửi\s+(?:báo cáo|{_TO})"
    rf"|báo cáo\s*(?:\(|,|;|\.|theo quy định|định kỳ|đột xuất|hằng|hàng|trước|hàng năm)",
)

_BOUNDARY = re.compile(r"[.;:\n\u2028](?=\s|$)")


def clause_around(text: str, span: Span) -> str:
    """The clause in which ``span`` stands, cut at full stops, semicolons, colons and line breaks."""
    first, last = span
    before = text[max(0, first - 200):first]
    start = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    end = _BOUNDARY.search(text, last, last + 200)
    return before[start:] + text[first:end.start() if end else last + 200]


def is_report(clause: str) -> bool:
    """Whether the clause orders a report or a sending."""
    return _REPORT.search(clause) is not None
