"""Duties: who reports what to whom and when."""

import re

from tinhso.steering.intake.reading import Duty, Source

_REPORT = re.compile(r"(?:gửi\s+)?báo cáo(?:\s+(?:kết quả|định kỳ|tình hình|tiến độ))?", re.IGNORECASE)


def read_duties(text: str, start: int, *, owner: tuple[str, ...]) -> list[Duty]:
    """The duties that a piece states."""
    match = re.search(r"trước ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng cuối quý", text)
    if match is None or not _REPORT.search(text):
        return []
    who = "; ".join(owner) or None
    span = (start, start + len(text))
    return [Duty(who, None, text, "quarterly", match.group(), int(match["day"]), "last_of_quarter", True, None, span, (Source(span),))]


def only_reports(text: str) -> bool:
    """Whether a piece orders nothing but a report."""
    return re.match(r"(?:định kỳ|hằng quý)[^;]{0,60}báo cáo", text, re.IGNORECASE) is not None
