"""Triggers: what is due so long after a day ("15 ngày kể từ ngày …") or when something happens ("sau khi …")."""

import re
from collections.abc import Iterator

from tinhso.steering.intake.reading import Deadline

_CLAUSE_END = r"(?=\s*(?:[;()\n\u2028]|\.(?:\s|$)|,\s|$))"
_AMOUNT = r"(?:\d{1,3}|một|hai|ba|sáu|mười)\s+(?:ngày|tuần|tháng|năm|giờ)(?:\s+làm việc)?"
_RELATIVE = re.compile(
    rf"(?:(?:chậm nhất|muộn nhất|trong vòng|trong thời hạn|trong thời gian|thời hạn|trong|sau|không quá|tối đa|trước|"
    rf"ít nhất)\s+(?:là\s+)?(?:sau\s+)?){{0,3}}{_AMOUNT},?\s+"
    rf"(?:(?:kể\s+)?từ\s+(?:ngày|khi|thời điểm)|sau\s+(?:khi|ngày)|trước\s+(?:khi|ngày)|"
    rf"tính từ)\s[^;.\n]{{2,120}}?{_CLAUSE_END}",
    re.IGNORECASE,
)
_OFFICIAL = (
    r"ban hành|phê duyệt|hiệu lực|thông qua|được giao|giao nhiệm vụ|hướng dẫn|văn bản|quyết định|hoàn thành|"
    r"hoàn thiện|kết thúc|thẩm quyền|bố trí|công bố|ký|kết quả|nghiệm thu|thẩm định|"
    r"phân bổ|thành lập|ý kiến|chủ trương|thực hiện|sắp xếp|hợp nhất|sáp nhập|triển khai|được cấp"
)
_EVENT = re.compile(
    rf"(?<!trong và )(?<!, trong và )(?P<after>(?:ngay\s+)?sau khi)\s(?P<said>[^;()\n\u2028]{{2,240}}?){_CLAUSE_END}"
    rf"|(?P<when>(?<!trong )(?:ngay\s+)?khi\s+(?:có|được|cần|phát sinh|các|cấp|cơ quan|Trung ương|Bộ|Chính phủ|Luật|"
    rf"Nghị))\s*(?P<what>[^;()\n\u2028]{{0,140}}?){_CLAUSE_END}"
    rf"|(?P<before>trước khi\s+(?:đưa vào|đưa ra|ban hành|triển khai|"
    rf"nghiệm thu))\s(?P<then>[^;()\n\u2028]{{2,120}}?){_CLAUSE_END}",
    re.IGNORECASE,
)
#: Times that no calendar of months gives: the new year by the moon and the sessions of the councils.
_OCCASION = re.compile(
    r"(?:[Tt]rước|[Nn]gay sau|[Ss]au|[Tt]rong dịp)\s+Tết(?:\s+(?:Nguyên đán|Dương lịch))?"
    r"(?:\s+[A-ZĐÀ-Ỹ]\w+){0,2}(?:\s+(?:năm\s+)?20\d\d)?"
    r"|(?:[Tt]ại|[Tt]rước|[Ss]au)\s+(?:các\s+)?[Kk]ỳ họp\s+(?:lần\s+)?"
    r"(?:thứ\s+\w+|thường lệ|giữa năm|cuối năm|đầu năm|gần nhất|chuyên đề)"
    r"(?:[^;,.()\n\u2028]{0,60}(?=[;,.()\n\u2028]|$))?"
)
_SUBMITS = re.compile(r"(?<!\w)[Tt]rình\s[^;.\n]{0,200}$")
_WHEN_OFFICIAL = re.compile(
    r"(?:yêu cầu|phát sinh|đề nghị|hướng dẫn|văn bản|chỉ đạo|quy định|thông qua|ban hành|phê duyệt|quyết định|nhu cầu|"
    r"đủ điều kiện|thay đổi|kết quả|ý kiến|cần thiết|giao|bố trí|sửa đổi|kế hoạch|chủ trương|thông báo|triệu tập|"
    r"huy động)",
    re.IGNORECASE,
)
_NO_EVENT = re.compile(r"(?:nếu|kể cả|ngay cả|cả|để|tránh|việc|trường hợp|theo hướng|trong)\s+$", re.IGNORECASE)
_CELL_EVENT = re.compile(
    r"(?:theo|căn cứ|phù hợp với|đồng bộ với|tùy theo|trên cơ sở)\s[^;\n]{2,200}|(?:ngay\s+)?sau\s[^;\n]{2,240}|"
    r"(?:ngay\s+)?khi\s[^;\n]{2,200}|trước khi\s[^;\n]{2,200}|đột xuất|từng giai đoạn|"
    r"(?:tại\s+)?(?:các\s+)?kỳ họp\s[^;\n]{2,120}|"
    r"hoàn thành\s+(?:ngay\s+)?sau[^;\n]{2,200}"
    r"|trong quá trình\s[^;\n]{2,160}|ngay trong quá trình\s[^;\n]{2,160}",
    re.IGNORECASE,
)


def find_triggers(text: str) -> Iterator[Deadline]:
    """Terms counted from a day and events named in the running text of a task."""
    ends: list[tuple[int, int]] = []
    for match in _RELATIVE.finditer(text) if _hints(text) else ():
        ends.append(match.span())
        yield Deadline("relative", None, None, before=False, text="", span=match.span())
    for match in _EVENT.finditer(text):
        if _is_event(text, match) and not any(first <= match.start() < last for first, last in ends):
            yield Deadline("event", None, None, before=False, text="", span=match.span())
    for match in _OCCASION.finditer(text):
        if "ỳ họp" not in match.group() or _SUBMITS.search(text, max(0, match.start() - 200), match.start()):
            yield Deadline("event", None, None, before=False, text="", span=match.span())


def _hints(text: str) -> bool:
    """Whether any word of a term stands in the text: cheaper than looking for the phrases."""
    small = text.lower()
    return any(
        word in small
        for word in ("kể từ", "từ ngày", "từ khi", "sau khi", "sau ngày", "trước khi", "trước ngày", "tính từ")
    )


def find_cell_triggers(text: str) -> Iterator[Deadline]:
    """Terms and events in a cell or line that holds only a time ("Theo tiến độ …", "Sau khi …")."""
    for match in _RELATIVE.finditer(text):
        yield Deadline("relative", None, None, before=False, text="", span=match.span())
    events = list(_CELL_EVENT.finditer(text))
    for match in events or _OCCASION.finditer(text):
        if not _RELATIVE.search(match.group()):
            yield Deadline("event", None, None, before=False, text="", span=match.span())


def _is_event(text: str, match: re.Match[str]) -> bool:
    if _NO_EVENT.search(text[max(0, match.start() - 16) : match.start()]):
        return False
    if match["before"]:
        return True
    if match["after"]:
        return re.search(rf"(?:{_OFFICIAL})(?!\w)", match["said"], re.IGNORECASE) is not None
    return _WHEN_OFFICIAL.search(match.group()) is not None
