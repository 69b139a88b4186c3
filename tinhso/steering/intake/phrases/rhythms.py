"""Rhythms: what recurs ("hằng quý", "định kỳ") and what stands without an end ("thường xuyên, liên tục")."""

import re
from collections.abc import Iterator

from tinhso.steering.intake.phrases.lexicon import OPENING_PREDICATE
from tinhso.steering.intake.phrases.sending import clause_around, is_report
from tinhso.steering.intake.reading import Deadline

_UNITS = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly", "quý": "quarterly", "năm": "yearly"}
_COUNTS = {
    "1": "monthly",
    "3": "quarterly",
    "ba": "quarterly",
    "6": "half_yearly",
    "sáu": "half_yearly",
    "12": "yearly",
}
_TIMES_A_YEAR = {"2": "half_yearly", "hai": "half_yearly", "4": "quarterly"}

_EVERY = r"(?:hằng|hàng|mỗi|từng)\s+(?P<every>ngày|tuần|tháng|quý|năm)"
_MONTHS = r"(?:0?(?P<months>[136]|12)|(?P<months_word>ba|sáu))\s+tháng"
_RECURRING = re.compile(
    rf"(?:(?P<settled>định k[ỳì])\s?,?\s?)?(?:\(\s?)?{_EVERY}(?!\w)(?:\s*(?:,|và|hoặc)\s*(?:(?:hằng|hàng)\s+)?(?:tuần|"
    rf"tháng|quý|năm)(?!\w))*"
    rf"|định k[ỳì]\s*(?:\(\s*)?(?:mỗi\s+)?{_MONTHS.replace('months', 'span')}(?:\s*(?:/|một|1|01)\s*lần|"
    rf"\s*[,và]+\s*(?:một |01 |1 )?năm)*"
    rf"|(?:mỗi\s+)?{_MONTHS}\s*(?:/|một|1|01)\s*(?:01\s*)?lần"
    r"|(?:(?:tối thiểu|ít nhất)\s+)?(?P<times>0?\d|một|hai)"
    r"\s+lần\s*/\s*(?P<per>tuần|tháng|quý|năm)|(?P<per2>tuần|tháng|quý|"
    r"năm)\s*/\s*0?1?\s*lần"
    r"|(?:trước\s+)?ngày\s+\d{1,2}\s+(?:(?:của\s+)?(?P<day_of>hằng|hàng|mỗi)\s+tháng|(?:của\s+)?tháng\s+(?:cuối|đầu|"
    r"tiếp theo|liền kề)(?P<of_quarter>(?:\s+(?:của\s+|mỗi\s+|hằng\s+|hàng\s+)*quý)?))(?!\w)"
    r"|(?P<plain>theo\s+định k[ỳì]|định k[ỳì])(?!\w)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"(?:thường xuyên|liên tục|xuyên suốt)(?:\s*,\s*(?:thường xuyên|liên tục|xuyên suốt))*(?!\w)", re.IGNORECASE
)

#: Things that carry a rhythm of their own; behind them "hằng năm" or "thường xuyên" tells nothing about the order.
_THING = (
    r"dự toán|ngân sách|kinh phí|kế hoạch|chương trình|định mức|nguồn|vốn|chi phí|trợ cấp|lương|phí|thu nhập|"
    r"chuyên mục|chuyên đề|chế độ|"
    r"hoạt động|công tác|nhiệm vụ|việc làm|việc|chi|đội ngũ|chỉ tiêu|danh mục|tiêu chí|nội dung"
)
_DOING = (
    r"tổ chức|kiểm tra|rà soát|đánh giá|báo cáo|công bố|cập nhật|thực hiện|diễn tập|khảo sát|tập huấn|tiến hành|"
    r"theo dõi|đôn đốc|duy trì|trao đổi|giám sát|"
    r"ban hành|tuyên truyền|nghiên cứu|bố trí|thống kê|tổng hợp|họp|giao ban|đo lường|sơ kết|xét|triển khai|điều tra|"
    r"bổ sung|phân tích|gửi|tích hợp|hướng dẫn|điều chỉnh|tổng kết"
)
_LAST_WORD = re.compile(
    rf"(?<!\w)(?:(?P<thing>(?:{_THING})(?:\s+(?:được\s+)?(?:{_DOING}))?)|(?P<doing>{_DOING}))(?!\w)", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:(\n\u2028](?=\s|$|\w)|,\s(?=đồng thời)")
_OPENING = re.compile(
    r"(?:^|[.;:(\n\u2028+•]|[-–](?=\s)|\bvà|\bhoặc|,|trách nhiệm|phải|cần|chủ động)\s*$", re.IGNORECASE
)
_QUALITY = re.compile(
    r"(?:chặt chẽ|trực tiếp|chuyên biệt|tích cực|tính|người|nơi|bồi dưỡng|giáo dục|chi|được|kịp thời|"
    r"bình thường)\s*(?:,|và)?\s*$",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:một cách|duy trì|cập nhật|kiểm tra|rà soát|theo dõi|thực hiện|tổ chức|triển khai|tiến hành|xuyên)\s+$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*(?:,|;|\.|\)|và|vào|$)")
_MEETING = re.compile(
    r"\b(?:khám sức khỏe|khám|chế độ báo cáo|báo cáo|họp|giao ban|thanh toán|chi trả|đánh giá an ninh mạng)\s+$",
    re.IGNORECASE,
)


def find_rhythms(text: str) -> Iterator[Deadline]:
    """Recurrences and standing orders said of the order itself, in the running text of a task.

    What is attached to a thing ("dự toán hằng năm", "chi thường xuyên") or to a report is left out.
    """
    for match in _RECURRING.finditer(text) if _hints(text) else ():
        if _is_of_the_order(text, match):
            yield _recurring(match)
    for match in _STANDING.finditer(text):
        if _is_standing(text, match):
            yield Deadline("standing", None, None, before=False, text="", span=match.span())


def _hints(text: str) -> bool:
    """Whether any word of a recurrence stands in the text: cheaper than looking for the phrases."""
    small = text.lower()
    return any(word in small for word in ("hằng ", "hàng ", "mỗi ", "từng ", "định k", "lần", "ngày "))


def find_cell_rhythms(text: str) -> Iterator[Deadline]:
    """Recurrences and standing orders in a cell or line that holds only a time."""
    yield from (_recurring(match) for match in _RECURRING.finditer(text))
    yield from (
        Deadline("standing", None, None, before=False, text="", span=match.span()) for match in _STANDING.finditer(text)
    )


def _recurring(match: re.Match[str]) -> Deadline:
    return Deadline("recurring", None, None, before=False, text="", interval=_interval(match), span=match.span())


def _interval(match: re.Match[str]) -> str | None:
    unit = match["every"] or match["per"] or match["per2"]
    if unit == "năm" and (match["times"] or "").lstrip("0") in _TIMES_A_YEAR:
        return _TIMES_A_YEAR[match["times"].lstrip("0")]
    if unit:
        return _UNITS[unit.lower()]
    if match["day_of"] or match["of_quarter"] is not None:
        return "monthly" if match["day_of"] else "quarterly"
    count = match["span"] or match["span_word"] or match["months"] or match["months_word"]
    return _COUNTS[count.lower()] if count else None


def _clause_before(text: str, place: int) -> str:
    before = text[max(0, place - 160) : place]
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    return before[start:]


def _is_of_the_order(text: str, match: re.Match[str]) -> bool:
    first, last = match.span()
    if is_report(clause_around(text, match.span())):
        return False
    before = _clause_before(text, first)
    if match["plain"] and _MEETING.search(before):
        return False
    opens = not before.strip() or _OPENING.search(text[max(0, first - 14) : first]) is not None
    ordered = OPENING_PREDICATE.match(text[last : last + 30].lstrip(" ,)"))
    if ordered and (match["settled"] or match["plain"]):
        return True
    if opens and (match["settled"] or not before.strip() or ordered):
        return True
    if match["settled"] or match["day_of"]:
        return opens or _LAST_WORD.search(before) is not None
    return bool(match["plain"] or _THEN.match(text, last)) and _follows_action(before)


def _follows_action(before: str) -> bool:
    """Whether the nearest telling word in front is an action and not a thing that has the rhythm itself."""
    words = list(_LAST_WORD.finditer(before))
    return bool(words) and words[-1].lastgroup == "doing"


def _is_standing(text: str, match: re.Match[str]) -> bool:
    first, last = match.span()
    near = text[max(0, first - 24) : first]
    if _QUALITY.search(near):
        return False
    opens = not near.strip() or _OPENING.search(near) is not None
    behind = text[last : last + 40]
    if OPENING_PREDICATE.match(behind.lstrip(" ,") if opens else behind.lstrip()) and not re.search(
        r"(?:hoạt động|công tác|nhiệm vụ)\s+$", near
    ):
        return True
    if _WAY.search(near):
        return True
    before = _clause_before(text, first)[-60:]
    return (
        _THEN.match(text, last) is not None
        and _follows_action(before)
        and not re.search(r"(?:hoạt động|công tác)\s", before)
    )
