"""Report times: how often and by which day a report is due."""

import re
from dataclasses import dataclass

from tinhso.steering.intake.phrases.deadlines import read_deadlines
from tinhso.steering.intake.reading import Deadline, Frequency, Span

_RHYTHM_WORDS: tuple[tuple[Frequency, str], ...] = (
    ("monthly", r"(?:hằng|hàng|mỗi|từng)\s+tháng"),
    (
        "quarterly",
        r"(?:hằng|hàng|mỗi|từng)\s+quý|tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?quý|0?3\s+tháng(?:/lần)?|quý/lần",
    ),
    ("half_yearly", r"(?:hằng|hàng|mỗi)\s+6\s+tháng|(?:định\s+kỳ\s+)?(?:0?6|sáu)\s+tháng(?:/lần|\s+một\s+lần)?"),
    ("yearly", r"(?:hằng|hàng|mỗi|từng)\s+năm|(?:của\s+)?năm\s+(?:tiếp\s+theo|sau|kế\s+tiếp)|01\s+năm/lần"),
)
_RHYTHMS = tuple((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for name, words in _RHYTHM_WORDS)
_DUE = re.compile(
    r"""(?:trước|chậm\s+nhất(?:\s+là)?(?:\s+vào)?|muộn\s+nhất|vào|hạn\s+cuối|đến)\s+(?:\d{1,2}[:h]\d{0,2}\s+)?ngày\s+(?P<day>\d{1,2})
    (?:\s*/\s*(?P<m1>\d{1,2})|\s+tháng\s+(?P<m2>\d{1,2}))?(?:\s*/\s*(?P<y1>\d{4})|\s+năm\s+(?P<y2>\d{4}))?
    (?:\s*(?:của\s+)?(?P<rule>tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+|hằng\s+|hàng\s+)?quý|(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|
    (?:tháng|quý|năm)\s+(?:tiếp\s+theo|sau|kế\s+tiếp)))?
    |ngày\s+(?P<day4>\d{1,2})\s+(?:của\s+)?(?P<rule4>(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|tháng\s+cuối\s+(?:của\s+)?
    (?:mỗi\s+|hằng\s+|hàng\s+)?quý)
    |trước\s+(?P<day2>\d{1,2})/(?P<m3>\d{1,2})(?:/(?P<y3>\d{4}))?(?:\s+(?:hằng|hàng|mỗi)\s+năm)?""",
    re.IGNORECASE | re.VERBOSE,
)
#: A rhythm with its own day behind it in parentheses: "6 tháng (trước ngày 15/6), năm (trước ngày 15/12)".
_PAIRED = re.compile(
    r"(?<!\w)(?:(?:hằng|hàng|mỗi)\s+)?(?P<unit>tháng|(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?|(?:0?9|chín)\s+tháng|"
    r"quý\s+(?:IV|III|II|I|[1-4])|quý|cả\s+năm|năm)\s*\(\s*$",
    re.IGNORECASE,
)

_PAIRED_UNITS: dict[str, Frequency] = {
    "tháng": "monthly", "quý": "quarterly", "6 tháng": "half_yearly", "sáu tháng": "half_yearly",
    "6 tháng đầu năm": "yearly",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportTime:
    """When a report is due: its rhythm, the words, the day and the rule for its month."""

    frequency: Frequency
    due: str | None
    day: int | None
    month_rule: str | None
    before: bool
    deadline: Deadline | None
    span: Span | None = None
    """Where rhythm and day stand, from the second on; the first has the whole clause."""


def read_report_times(clause: str, start: int, *, reports: bool, year: int | None) -> list[ReportTime]:
    """The times at which the report that ``clause`` orders is due: one, or one for each rhythm with its day."""
    pairs = [
        (rhythm, due)
        for due in _DUE.finditer(clause)
        if (rhythm := _PAIRED.search(clause, max(0, due.start() - 40), due.start()))
    ]
    if len(pairs) < 2:
        return [_single(clause, start, reports=reports, year=year)]
    return [_paired(rhythm, due, start if place else None) for place, (rhythm, due) in enumerate(pairs)]


def _paired(rhythm: re.Match[str], due: re.Match[str], start: int | None) -> ReportTime:
    unit = " ".join(rhythm["unit"].lower().split())
    frequency = _PAIRED_UNITS.get(unit.lstrip("0"), "yearly")
    words, day = due.group().strip(), int(due["day"] or due["day2"] or due["day4"])
    before = words.lower().startswith("trước")
    rule = _month_rule(due, frequency)
    span = (start + rhythm.start(), start + due.end()) if start is not None else None
    return ReportTime(frequency, words, day, rule, before=before, deadline=None, span=span)


def _single(clause: str, start: int, *, reports: bool, year: int | None) -> ReportTime:
    rhythm = _rhythm(clause)
    frequency, words = rhythm or (None, None)
    match = _DUE.search(clause)
    if match is None:
        occasional: Frequency = "ad_hoc" if reports or _is_occasional(clause) else "once"
        return ReportTime(frequency or occasional, words, None, None, before=False, deadline=None)
    due = match.group().strip()
    before = due.lower().startswith("trước")
    if frequency is None or match["y1"] or match["y2"] or match["y3"]:
        return ReportTime("once", due, None, None, before=before, deadline=_deadline(clause, start, due=due, year=year))
    day = int(match["day"] or match["day2"] or match["day4"])
    return ReportTime(frequency, due, day, _month_rule(match, frequency), before=before, deadline=None)


def _rhythm(clause: str) -> tuple[Frequency, str] | None:
    for frequency, pattern in _RHYTHMS:
        match = pattern.search(clause)
        if match:
            return frequency, match.group()
    return None


def _deadline(clause: str, start: int, *, due: str, year: int | None) -> Deadline | None:
    dated = [deadline for deadline in read_deadlines(clause, start, year=year) if deadline.kind == "date"]
    return next(
        (deadline for deadline in dated if deadline.text in due or due in deadline.text), next(iter(dated), None)
    )


def _is_occasional(clause: str) -> bool:
    return (
        re.search(r"kịp thời|vướng mắc|khó khăn|phát sinh|nếu|khi có|đột xuất|chủ động", clause, re.IGNORECASE)
        is not None
    )


def _month_rule(match: re.Match[str], frequency: Frequency) -> str | None:
    rule = (match["rule"] or match["rule4"] or "").lower()
    if "cuối" in rule or (frequency == "quarterly" and not match["m1"]):
        return "last_of_quarter"
    if frequency == "monthly":
        return "each_month"
    month = match["m1"] or match["m2"] or match["m3"]
    return str(int(month)) if month else None
