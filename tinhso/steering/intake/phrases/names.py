"""Names of bodies and posts: where one stands in a sentence, and how a list of them falls apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.phrases.lexicon import (
    APPOINTMENT,
    CAPITALS,
    COMPOUND,
    NAME_HEAD,
    NO_BODY,
    OPENING_PREDICATE,
    PREDICATE,
)

_CAPITAL = rf"(?!(?:thành phố|tỉnh|trung ương)(?!\w)(?!\s+(?-i:[{CAPITALS}])))(?-i:[{CAPITALS}])"
_PARENTHESIS = re.compile(r"\([^()]{0,200}\)")

_COMMUNE = (
    rf"(?:các|cấp|phường|xã|huyện|quận|thị xã|thị trấn|thành phố)(?:\s+(?:và\s+)?(?:phường|xã|huyện|quận|"
    rf"thị xã|thị trấn|thành phố|đặc khu))*(?!\s+{_CAPITAL})"
)
_GROUP = re.compile(
    rf"(?:các|những|mỗi|từng|tất cả|toàn|một số|chính quyền)(?!\w)|(?:ủy ban nhân dân|uỷ ban nhân dân|"
    rf"ubnd)\s+{_COMMUNE}|"
    rf"(?:chủ tịch|phó chủ tịch)\s+(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+{_COMMUNE}|"
    rf"(?:thủ trưởng|giám đốc|lãnh đạo|người đứng đầu|trưởng)\s+(?:các|cơ quan|đơn vị|sở(?!\s+{_CAPITAL})|doanh nghiệp|"
    r"cấp)|"
    r"(?:ngành|địa phương|cơ quan|đơn vị|doanh nghiệp|đoàn thể|tổ chức|cá nhân|"
    r"nhà cung cấp)(?!\w)(?!\s+(?:Cảnh|Thanh|Công an))|"
    r"(?:sở|ban|bộ|xã|phường|huyện|thành phố|thị xã|thị trấn|đặc khu|tỉnh|báo|đài|viện|trường|hội|"
    r"hiệp hội|mặt trận|bệnh viện|cơ sở|nhà trường|hợp tác xã|hộ)"
    rf"(?!\s+{_CAPITAL}|\w|\s+(?:tỉnh|thành phố|trung ương))",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+(?:và|cùng(?:\s+với)?)\s+|\s*\u2028\s*[-+•]?\s*")


def without_notes(words: str) -> str:
    """A list of names without the remarks in parentheses behind them."""
    return _PARENTHESIS.sub("", words)


#: A group with a head of its own stands by itself: "các sở, ngành" and "UBND các xã, phường" are two names.
_OWN_HEAD = re.compile(
    r"(?:các|những|mỗi|từng)\s+\S+[\s,]+\S|(?:chủ tịch\s+)?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s|"
    r"(?:thủ trưởng|giám đốc|chủ tịch|trưởng|lãnh đạo|người đứng đầu)\s",
    re.IGNORECASE,
)
#: Committees of the people are counted by territory: what names none belongs to another group.
_TERRITORIAL = re.compile(r"(?:chủ tịch\s+)?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s", re.IGNORECASE)
#: "Văn phòng HĐND và UBND", "Sở Y tế các tỉnh, thành phố": what follows belongs to the same name.
_OFFICE_OF_TWO = re.compile(r"văn phòng\s+(?:hđnd|hội đồng nhân dân|đoàn\s[^,;]{3,30})$", re.IGNORECASE)
_PLURAL = re.compile(r"\scác\s+(?:tỉnh|huyện|quận|xã|phường)$", re.IGNORECASE)
#: "Giám đốc sở, Thủ trưởng cơ quan": the heads of a province's offices as one group.
_HEADS_OF_OFFICES = re.compile(r"giám đốc\s+(?:các\s+)?sở, thủ trưởng\s+(?:các\s+)?cơ quan", re.IGNORECASE)
_TERRITORY = re.compile(r"(?:các\s+)?(?:tỉnh|thành phố|huyện|thị xã|thị trấn|quận|xã|phường|đặc khu|cấp)(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """The bodies at the front of a text: the words that name them and where the rest begins."""

    words: str
    end: int
    appointed: bool


def leading_names(text: str) -> NamePhrase | None:
    """The bodies that open ``text`` ("Đề nghị Sở A, Sở B chủ trì …"), or None when it opens with no body.

    The phrase ends where the predicate begins, at a colon, or with the text.
    """
    appointment = APPOINTMENT.match(text)
    start = appointment.end() if appointment else 0
    end = name_end(text, start)
    words = text[start:end].strip(" ,;:-–")
    if not words:
        return None
    return NamePhrase(words, end, appointment is not None)


_WEAK_START = re.compile(
    r"(?:doanh nghiệp|ngân hàng|cơ sở|cơ quan|đơn vị|tổ chức|y tế|nhà nước|hợp tác xã|hộ|trường|bệnh viện|"
    r"viện|báo|đài|hội|quỹ|thuế|bảo hiểm)(?!\w)(?!\s+(?-i:[A-ZĐ]))",
    re.IGNORECASE,
)


def is_firm(words: str) -> bool:
    """Whether a heading made of ``words`` names bodies beyond doubt ("Sở Y tế", "Các bộ, ngành"), rather than a
    subject that happens to be a kind of body ("Doanh nghiệp số")."""
    return _WEAK_START.match(words) is None


def name_end(text: str, start: int) -> int:
    """Where the list of names that opens at ``start`` ends; ``start`` itself when no name stands there.

    A name runs until a word that opens a predicate; a stretch that is too long without one is no name.
    """
    head = _head(text, start)
    if head is None:
        return start
    place = head
    while place < len(text):
        following = _step(text, place)
        if following == place:
            return _trim(text, start, place)
        place = following
    return _trim(text, start, place)


#: No list of names in a heading or a sentence is longer than this (characters).
_LONGEST = 420
_STOP = re.compile(r"[:.](?=\s|$)|[\"“?!]")
_WORD = re.compile(r"[\w&]+(?:[-/.][\w&]+)*|.", re.DOTALL)
_BLANK = re.compile(r"[\s,;]+")
_RELATIVE = re.compile(
    r"đang\s|có\s+(?:dự án|tuyến|công trình|biên giới|rừng|biển|nguy cơ|đường|khu|di tích|đồng bào|hoạt động|"
    r"đối tượng)\s|"
    r"(?:đã\s+)?(?:được\s+(?:phân công|giao|Ủy ban|UBND)|quy định tại|nêu tại|nêu trên)"
)
_STRONG = re.compile(
    r"(?:có trách nhiệm|chịu trách nhiệm|căn cứ|chủ động|khẩn trương|báo cáo|tổ chức|có nhiệm vụ|"
    r"nghiêm túc|định kỳ|tiếp tục|tập trung|kịp thời|thường xuyên|chỉ đạo|phối hợp|rà soát|thực hiện)(?!\w)|"
    r"[:.](?=\s|$)"
)
_ORGANISATIONS = re.compile(
    r"tổ chức(?=\s*[,;]\s*(?:và\s+)?(?:cá nhân|đoàn thể|doanh nghiệp|cơ quan|đơn vị|hộ|địa phương|ban|hội|"
    r"hiệp hội|người|cộng đồng)|\s+(?:chính trị|xã hội|đoàn thể|cá nhân|kinh tế|liên quan|có liên quan|"
    r"tín dụng|đảng|thành viên|quốc tế|phi|khoa học|hội(?!\s+(?:nghị|thảo|thi|chợ|diễn|đàm|báo|trại|xuân)))|\s*$)"
)
_ORGANISE = re.compile(r"tổ chức(?!\w)", re.IGNORECASE)
_DANGER = re.compile(
    r"(?:có(?!\s+(?:liên quan|thẩm quyền|chức năng|trụ sở|nhu cầu|đủ|trách nhiệm quản lý))|xin|trong|nhằm|"
    r"để|đê|từ|bằng|như|là|sau|trước|không|đã|sẽ|theo)(?!\w)"
)
_SINGLE = re.compile(
    rf"(?:bộ|sở|ban|cục|vụ|hội|viện|tổ|phòng|báo|đài|đoàn|quỹ|trường|thuế|hộ|khu|cụm|xã|huyện|tỉnh|"
    rf"ngành)\s+(?!{_CAPITAL}|và\b|ngành|ban\b|sở\b|trưởng|tỉnh|liên|chuyên|đội|công tác|công nghệ|khác|"
    rf"viên|cao|đại học|kinh doanh|gia đình|chức|thuộc|có liên|trong|phường|ngang)",
    re.IGNORECASE,
)


def _head(text: str, start: int) -> int | None:
    """The end of the noun that opens a name at ``start``."""
    if NO_BODY.match(text, start) or (_ORGANISE.match(text, start) and not _ORGANISATIONS.match(text.lower(), start)):
        return None
    compound = COMPOUND.match(text, start)
    if compound:
        return compound.end()
    head = NAME_HEAD.match(text, start)
    if head is None or _SINGLE.match(text, start):
        return None
    predicate = OPENING_PREDICATE.match(text, start)
    return None if predicate and predicate.end() > head.end() else head.end()


def _step(text: str, place: int) -> int:
    """The end of the next word that still belongs to the names, or ``place`` when they end here."""
    blank = _BLANK.match(text, place)
    if blank:
        return blank.end()
    for whole in (_PARENTHESIS, COMPOUND):
        match = whole.match(text, place)
        if match:
            return match.end()
    if _RELATIVE.match(text, place):
        strong = _STRONG.search(text, place, place + _LONGEST)
        return strong.start() if strong else place
    if _ORGANISATIONS.match(text, place):
        return place + len("tổ chức")
    if _STOP.match(text, place) or PREDICATE.match(text, place) or _DANGER.match(text, place):
        return place
    word = _WORD.match(text, place)
    return word.end() if word else place


def _trim(text: str, start: int, end: int) -> int:
    if end - start > _LONGEST:
        return start
    return start + len(text[start:end].rstrip(' ,;-–(“".'))


def split_names(words: str) -> tuple[str, ...]:
    """The single names of a list: named bodies apart, a generic group ("các sở, ban, ngành") as one name."""
    names: list[str] = []
    generic = False
    for separator, segment in _segments(words):
        kind = _kind(segment)
        hard = ";" in separator or "\u2028" in separator
        joins = names and not hard and (kind == "rest" or _goes_on(names[-1], segment, kind=kind, generic=generic))
        if joins:
            names[-1] += separator + segment
            generic = generic and not (kind == "rest" and segment[:1].isupper())
        else:
            names.append(segment)
            generic = kind == "generic"
    return tuple(dict.fromkeys(_tidy(name) for name in names if len(_tidy(name)) > 1))


def _goes_on(group: str, segment: str, *, kind: str, generic: bool) -> bool:
    """Whether a segment belongs to the group in front of it ("các sở" + "ngành", "UBND các huyện" + "thành phố A")."""
    end = group[-60:]
    if _OFFICE_OF_TWO.search(end) or (_PLURAL.search(end) and _TERRITORY.match(segment)):
        return True
    if kind == "named":
        return (
            _TERRITORIAL.match(group) is not None and _TERRITORY.match(segment) is not None and not segment[0].isupper()
        )
    return generic and not _stands_alone(group, segment)


def _stands_alone(group: str, segment: str) -> bool:
    """Whether a generic name begins a group of its own behind another group."""
    if _HEADS_OF_OFFICES.match(f"{group[:40]}, {segment}"):
        return False
    return _OWN_HEAD.match(segment) is not None or (
        _TERRITORIAL.match(group) is not None and _TERRITORY.match(segment) is None
    )


def _segments(words: str) -> Iterator[tuple[str, str]]:
    masked = _PARENTHESIS.sub(lambda match: "\0" * len(match.group()), words)
    place, separator = 0, ""
    for match in _SPLIT.finditer(masked):
        yield separator, words[place : match.start()]
        place, separator = match.end(), match.group()
    yield separator, words[place:]


_COMPANIES = frozenset(("Viettel", "Mobifone", "MobiFone"))


def _kind(segment: str) -> str:
    bare = segment.strip(' -–."“”')
    if NO_BODY.match(bare):
        return "rest"
    if _GROUP.match(bare):
        return "generic"
    if not NAME_HEAD.match(bare):
        return "rest"
    if bare in _COMPANIES:
        return "named"
    return "named" if " " in bare or bare.isupper() else "rest"


#: A clause behind a name that says why it is named is no part of it.
_CLAUSE = re.compile(
    r"\s+(?:được\s+(?:phân công|giao)|theo\s+(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phạm vi|phân công)|"
    r"quy định tại|nêu tại|trong phạm vi).*$",
    re.DOTALL,
)


def _tidy(name: str) -> str:
    name = _CLAUSE.sub("", name)
    return re.sub(r"\s+", " ", name).strip(' ,;:.-–+•"“')
