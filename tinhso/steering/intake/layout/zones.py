"""Zones: what each part of a plan is for (aims, tasks, money, who carries it out), judged from its headings."""

import re
from enum import StrEnum

from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.phrases.attributes import read_attribute


class Zone(StrEnum):
    """The purpose of a part; it decides what its leaves can be."""

    PURPOSE = "purpose"
    SITUATION = "situation"
    GOALS = "goals"
    TASKS = "tasks"
    FUNDING = "funding"
    ORGANISATION = "organisation"
    REPORTING = "reporting"
    ARTICLES = "articles"
    GENERAL = "general"


#: Titles, the first that matches decides. Patterns are matched against the heading's own words from its start.
_TITLES: tuple[tuple[Zone, re.Pattern[str]], ...] = tuple(
    (zone, re.compile(pattern, re.IGNORECASE))
    for zone, pattern in (
        (
            Zone.REPORTING,
            r"(?:chế độ|công tác|thực hiện chế độ|thông tin,?)\s*(?:thông tin,?\s*)?báo cáo|báo cáo kết quả|"
            r"sơ kết, tổng kết",
        ),
        (
            Zone.FUNDING,
            r"(?:về\s+)?(?:(?:bảo đảm|đảm bảo|dự toán|nguồn|nguồn lực|phương án huy động|huy động|"
            r"bố trí|tổng|khái toán)\s+(?:nguồn\s+)?)?"
            r"(?:kinh phí|tài chính thực hiện|nguồn vốn|vốn và)|cơ chế tài chính|nhu cầu vốn|"
            r"nguồn lực tài chính|nguồn lực thực hiện|ngân sách thực hiện",
        ),
        (
            Zone.GOALS,
            r"(?:các\s+|hệ thống\s+|một số\s+|những\s+|dự báo (?:các )?)?(?:mục tiêu|"
            r"chỉ tiêu)(?!.{0,60}(?:nhiệm vụ và giải pháp thực hiện))|phấn đấu đến|tầm nhìn|"
            r"định hướng đến",
        ),
        (
            Zone.PURPOSE,
            r"(?:mục đích|yêu cầu(?:\s+chung)?$|quan điểm|nguyên tắc|sự cần thiết|căn cứ|phạm vi|"
            r"đối tượng|tư tưởng|phương châm|khái niệm|ý nghĩa)",
        ),
        (
            Zone.SITUATION,
            r"(?:thực trạng|đánh giá(?:\s+(?:chung|tình hình|kết quả|thực trạng|tác động))|tình hình|"
            r"kết quả(?:\s+(?:đạt được|thực hiện|năm))|bối cảnh|hiện trạng|tồn tại|hạn chế|nguyên nhân|"
            r"bài học|khái quát|đặc điểm|dự báo|những kết quả|khó khăn|thuận lợi)",
        ),
        (
            Zone.ORGANISATION,
            r"(?:tổ chức\s+(?:triển khai\s+)?thực hiện|phân công\s+(?:nhiệm vụ|trách nhiệm|thực hiện|"
            r"tổ chức)|trách nhiệm\s+(?:của|thực hiện|thi hành)|tổ chức triển khai|tổ chức thi hành)",
        ),
        (
            Zone.TASKS,
            r"(?:các\s+|một số\s+|những\s+)?(?:nhiệm vụ|giải pháp|nội dung|yêu cầu|hoạt động|"
            r"chương trình|công tác|danh mục (?:các )?nhiệm vụ|phân công|biện pháp|lộ trình)",
        ),
        (
            Zone.GENERAL,
            r"(?:thời gian(?:,? địa điểm)?(?:\s+thực hiện)?$|địa điểm|thành phần|cơ cấu giải|khen thưởng$|"
            r"hình thức|tiêu chí|thang điểm|cách tính|hồ sơ)",
        ),
    )
)

#: The zones that a sub-heading may open inside another zone; elsewhere a sub-heading's words are its own business.
_INNER: dict[Zone, frozenset[Zone]] = {
    Zone.GOALS: frozenset({Zone.TASKS, Zone.PURPOSE, Zone.SITUATION, Zone.FUNDING, Zone.GENERAL}),
    Zone.PURPOSE: frozenset({Zone.GOALS, Zone.PURPOSE}),
    Zone.SITUATION: frozenset({Zone.GOALS, Zone.TASKS}),
    Zone.TASKS: frozenset({Zone.GOALS, Zone.FUNDING, Zone.REPORTING, Zone.GENERAL}),
    Zone.ORGANISATION: frozenset({Zone.FUNDING, Zone.REPORTING}),
    Zone.FUNDING: frozenset({Zone.ORGANISATION}),
}


def title_zone(text: str) -> Zone | None:
    """The zone that a heading's words open, None when they name none."""
    words = re.sub(r"^về\s+", "", text.strip(" .:"), flags=re.IGNORECASE)
    return next((zone for zone, pattern in _TITLES if pattern.match(words)), None)


def assign_zones(root: Node, *, default: Zone) -> dict[int, Zone]:
    """The zone of every piece by ``id(node)``: of the nearest heading that names one, ``default`` above all."""
    zones: dict[int, Zone] = {}
    for node in root.walk():
        inherited = zones[id(node.parent)] if node.parent is not None else default
        zones[id(node)] = _zone(node, inherited, default)
    return zones


def _zone(node: Node, inherited: Zone, default: Zone) -> Zone:
    if node.style == "điều":
        return Zone.ARTICLES if not node.children else default
    if not _is_heading(node) or (node.is_bullet and read_attribute(node.text)):
        return inherited
    own = title_zone(node.text)
    if own is None or own == inherited:
        return inherited if own or not _is_top(node) else default
    if _is_top(node):
        return own
    return own if own in _INNER.get(inherited, frozenset()) else inherited


def _is_top(node: Node) -> bool:
    return node.style in ("roman", "capital", "phần", "chương", "mục", "title", "appendix") or (
        node.style == "decimal1" and node.parent is not None and node.parent.parent is None
    )


def _is_heading(node: Node) -> bool:
    if node.marker is None:
        return node.opens_list and len(node.text) < 60
    if node.is_bullet:
        return node.opens_list and bool(node.children) and len(node.text) < 80
    return bool(node.children or node.tables) or (_is_top(node) and len(node.text) < 160)
