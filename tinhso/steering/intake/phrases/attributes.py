"""Attribute lines ("Cơ quan chủ trì: …", "Thời gian thực hiện: …") that describe the piece they stand by."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Attribute(StrEnum):
    """What an attribute line, or a column of a table of tasks, tells."""

    LEAD = "lead"
    COOPERATOR = "cooperator"
    WATCHER = "watcher"
    TIME = "time"
    PRODUCT = "product"
    CONTENT = "content"
    FUNDING = "funding"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """An attribute's kind and its value; ``offset`` is where the value starts in the line."""

    kind: Attribute
    value: str
    offset: int


_WHO = (
    r"(?:các\s+)?(?:cơ quan|đơn vị|tổ chức|sở,? ngành|cơ quan,\s*đơn vị|đơn vị,\s*cơ quan|"
    r"đơn vị,\s*địa phương|cơ quan,\s*tổ chức|cấp|người|bộ phận)"
)
_TAIL = (
    r"(?:[\s,]*(?:tham mưu|thực hiện|triển khai|chính|soạn thảo|và|trình|tổ chức|xây dựng|theo dõi|đôn đốc|"
    r"chịu trách nhiệm|phụ trách|hướng dẫn))*"
)
_KINDS: tuple[tuple[Attribute, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{pattern})\s*:\s*", re.IGNORECASE))
    for kind, pattern in (
        (Attribute.WATCHER, rf"{_WHO}\s+(?:theo dõi|giám sát|đôn đốc){_TAIL}"),
        (Attribute.COOPERATOR, rf"(?:{_WHO}\s+)?(?:phối hợp|tham gia(?:\s+phối hợp)?|hỗ trợ){_TAIL}"),
        (
            Attribute.LEAD,
            rf"(?:{_WHO}\s+)?(?:(?:được\s+)?(?:phân công|giao)\s+)?(?:chủ trì|đầu mối|thực hiện|"
            rf"chịu trách nhiệm|phụ trách|tham mưu|triển khai|"
            rf"trách nhiệm thực hiện){_TAIL}(?:\s*\([^)]*\))?|phân công(?:\s+thực hiện)?|"
            rf"trách nhiệm(?:\s+thực hiện)?",
        ),
        (
            Attribute.TIME,
            r"(?:dự kiến\s+)?(?:thời gian|thời hạn|tiến độ|thời điểm|mốc thời gian|lộ trình)(?:\s*(?:,|"
            r"và|thực hiện|hoàn thành|triển khai|dự kiến|trình|ban hành|tổ chức|bắt đầu|kết thúc|gửi|"
            r"báo cáo))*|hoàn thành",
        ),
        (
            Attribute.PRODUCT,
            r"(?:sản phẩm|kết quả|đầu ra|kết quả,\s*sản phẩm|sản phẩm,\s*kết quả)(?:\s*(?:đầu ra|dự kiến|"
            r"thực hiện|đạt được|cần đạt|chủ yếu|hoàn thành|cụ thể))*",
        ),
        (
            Attribute.CONTENT,
            r"nội dung(?:\s*(?:thực hiện|cụ thể|hoạt động|công việc|triển khai|nhiệm vụ))*|"
            r"nhiệm vụ(?:\s+cụ thể)?|hoạt động",
        ),
        (Attribute.FUNDING, r"(?:nguồn\s+)?(?:kinh phí|vốn)(?:\s+(?:thực hiện|dự kiến|đảm bảo|bảo đảm))*|dự toán"),
        (
            Attribute.OTHER,
            r"địa điểm|thành phần|đối tượng|hình thức|số lượng|phạm vi|quy mô|căn cứ pháp lý|yêu cầu|"
            r"phương pháp|địa bàn|ghi chú",
        ),
    )
)
#: "Thời gian thực hiện sau khi …" without a colon is a time line too.
_BARE_TIME = re.compile(
    r"thời gian (?:thực hiện|hoàn thành)\s+(?=sau|trước|trong|từ|theo|quý|năm|tháng|thường)", re.IGNORECASE
)
#: "(Sở A chủ trì, phối hợp với Sở B)", "(Sở A, Sở B thực hiện)" as a paragraph of its own.
_REMARK = re.compile(
    r"\((?:giao\s+|do\s+)?(?P<value>(?-i:[A-ZĐỦ])[^()]{2,200}?(?:\s+chủ trì(?!\w)[^()]{0,200})?)"
    r"(?:\s+thực hiện)?\)[.;\s]*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\s(?:chủ trì|thực hiện)(?!\w)", re.IGNORECASE)


def read_attribute(text: str) -> AttributeLine | None:
    """The attribute that a line states, None when it states none."""
    for kind, pattern in _KINDS:
        match = pattern.match(text)
        if match:
            return AttributeLine(kind, text[match.end() :].strip(), match.end())
    remark = _REMARK.match(text)
    if remark and _OWNED.search(text):
        return AttributeLine(Attribute.LEAD, remark["value"], remark.start("value"))
    bare = _BARE_TIME.match(text)
    return AttributeLine(Attribute.TIME, text[bare.end() :].strip(), bare.end()) if bare else None
