"""Orders: who leads and who helps in a sentence, and where the order itself begins."""

import re
from dataclasses import dataclass

from tinhso.steering.intake.phrases.lexicon import CAPITALS, NAME_HEAD, OPENING_PREDICATE, PREDICATE
from tinhso.steering.intake.phrases.names import leading_names, name_end, split_names, without_notes


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence's owners. ``offset`` is where its own words begin once a leading owner is cut off; ``rest`` tells
    whether anything is ordered behind the owner; ``subject`` whether the sentence itself names who leads."""

    leads: tuple[str, ...]
    cooperators: tuple[str, ...]
    offset: int
    rest: str

    @property
    def subject(self) -> bool:
        return bool(self.leads)


_DUTY_WORDS = re.compile(
    r"[\s,:–-]*(?:\([^)]*\)[\s:]*)?(?:có\s+(?:trách nhiệm|nhiệm vụ)(?:\s+(?:sau(?:\s+đây)?|chủ trì))?|"
    r"chịu trách nhiệm|thực hiện(?:\s+(?:các\s+)?nhiệm vụ(?:\s+sau)?)?)?\s*(?=:|$)[:.\s]*$",
    re.IGNORECASE,
)
_CHAIRING = re.compile(
    r"[\s,:–-]*(?:có trách nhiệm\s+|giao\s+)?(?:là\s+(?:cơ quan|đơn vị)\s+)?chủ trì,?\s*(?:phối hợp)?", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"(?<!\w)(?:phối hợp|hợp tác(?!\s+xã)|liên hệ|làm việc|phối kết hợp|(?<!phối )kết hợp(?=\s+với))"
    r"(?:\s+(?:chặt chẽ|thường xuyên|tốt|đồng bộ|hiệu quả|kịp thời|thực hiện tốt))*(?:,\s*(?:hiệu quả|"
    r"thường xuyên))?\s+(?P<with>(?:cùng\s+)?với|cùng(?:\s+với)?|(?=\S))\s*",
    re.IGNORECASE,
)
_LED_TOGETHER = re.compile(r"(?<!\w)chỉ đạo\s+(?=các|doanh|ubnd|ủy ban)", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"(?:căn cứ|trên cơ sở|trong phạm vi|trong quá trình|trong trường hợp|hằng năm|hàng năm|hằng quý|"
    r"hàng quý|định kỳ|đối với|theo(?!\s+dõi)|sau khi|khi|đồng thời|trước ngày|từ|tùy|nếu|để|ngoài ra|"
    r"với|bên cạnh|nhằm|trong thời gian|về|đồng ý|thống nhất|cho phép|ghi nhận)(?!\w)",
    re.IGNORECASE,
)
_PROPER = re.compile(rf"[{CAPITALS}][\w.]+")
#: "các tỉnh, thành phố: A, B, C quyết liệt …": the places behind the colon are meant.
_PLACE = rf"[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*){{0,3}}"
_LISTED = re.compile(rf"\s*:\s*(?P<names>{_PLACE}(?:\s*(?:,|và)\s*{_PLACE})+)\s+(?=[a-zđ])")
#: "Các Bộ: Tài chính, Xây dựng …": the fields by which ministries and departments are called.
_FIELDS = (
    r"(?:Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Khoa học và Công nghệ|"
    r"Thông tin và Truyền thông|Giáo dục và Đào tạo|Kế hoạch và Đầu tư|Lao động\s*[-–,]\s*Thương binh và Xã hội|"
    r"Văn hóa, Thể thao và Du lịch|Văn hoá, Thể thao và Du lịch|Văn hóa và Thể thao|Dân tộc và Tôn giáo|"
    r"Giao thông vận tải|Quy hoạch\s*[-–]\s*Kiến trúc|Tài chính|Công an|Quốc phòng|Ngoại giao|Ngoại vụ|Nội vụ|"
    r"Tư pháp|Công Thương|Công thương|Xây dựng|Y tế|Du lịch)"
)
_FIELD = re.compile(_FIELDS)
_MINISTRIES = re.compile(
    rf"(?:(?:giao|đề nghị|yêu cầu)\s+)?(?:các|Các)\s+(?:[Bb]ộ|[Ss]ở)(?:,\s*(?:ban,\s*)?ngành)?\s*:\s*"
    rf"(?P<names>{_FIELDS}(?:(?:\s*,\s*|\s+và\s+|\s*;\s*){_FIELDS})+)(?=\s|[,:;])[\s,:;]*",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"\s*(?:yêu cầu|giao|đề nghị|kính đề nghị|phân công)\s+(?=\S)", re.IGNORECASE)
#: A comma inside a list of bodies is not the comma that ends an adverbial.
_IN_LIST = re.compile(
    r"(?:cơ quan|đơn vị|sở|ban|ngành|bộ|đoàn thể|xã|phường|huyện|thành phố|tổ chức|địa phương|"
    r"doanh nghiệp)\s*$",
    re.IGNORECASE,
)


#: "Khuyến khích doanh nghiệp đầu tư …" encourages a kind of bodies and orders none of them.
_ENCOURAGED = re.compile(rf"[Kk]huyến khích\s+(?!các\s|những\s|mọi\s|[{CAPITALS}])")


def read_order(text: str) -> Order:
    """The owners that ``text`` itself names, and where its order begins."""
    phrase = leading_names(text)
    if phrase is not None and not phrase.appointed:
        ordered = _ORDERED.match(text, phrase.end)
        inner = _acting(text, ordered.end()) if ordered else ()
        if ordered and inner:
            offset = name_end(text, ordered.end())
            return Order(inner, _cooperators(text, offset), offset + 1, text[offset:].strip(" ,:;.–-"))
    ministries = _MINISTRIES.match(text)
    if ministries:
        names = tuple(match.group().strip() for match in _FIELD.finditer(ministries["names"]))
        rest = text[ministries.end() :]
        return Order(names, _cooperators(text, ministries.end()), ministries.end(), rest.strip(" ,:;.–-"))
    listed = _LISTED.match(text, phrase.end) if phrase is not None else None
    if phrase is not None and listed:
        names = split_names(f"{phrase.words}; {listed['names'].replace(',', ';')}")[1:]
        return Order(
            names,
            _cooperators(text, listed.end()),
            listed.end("names") + 1,
            text[listed.end("names") :].strip(" ,:;.–-"),
        )
    if phrase is not None and (phrase.appointed or _is_subject(text, phrase.end)) and not _ENCOURAGED.match(text):
        rest = text[phrase.end :]
        lead = len(rest) - len(rest.lstrip(" ,:;–-"))
        return Order(
            split_names(without_notes(phrase.words)),
            _cooperators(text, phrase.end),
            phrase.end + lead,
            rest.strip(" ,:;.–-"),
        )
    inner = _inner_subject(text) or _remarked(text)
    return Order(inner, _cooperators(text, 0), 0, text)


_REMARK = re.compile(
    r"\((?:giao\s+|do\s+)?(?P<names>[^()]{3,200}?)\s+(?:là\s+(?:cơ quan|đơn vị)\s+)?chủ trì(?!\w)[^()]*\)"
)


def _remarked(text: str) -> tuple[str, ...]:
    """Who leads by a remark in parentheses: "(Sở A chủ trì, phối hợp với Sở B)"."""
    remark = _REMARK.search(text)
    if remark is None or name_end(remark["names"], 0) < len(remark["names"]):
        return ()
    return split_names(remark["names"])


def _is_subject(text: str, end: int) -> bool:
    rest = text[end:].lstrip(" ,;–-")
    return (
        not rest or rest[0] in ":(." or PREDICATE.match(rest) is not None or OPENING_PREDICATE.match(rest) is not None
    )


def _inner_subject(text: str) -> tuple[str, ...]:
    """The body that acts behind an opening adverbial ("Căn cứ …, Sở X xây dựng …"); none once a verb has come."""
    if not _ADVERBIAL.match(text):
        return ()
    for comma in re.finditer(r"[;.]\s|[,:]\s+(?:thì\s+)?(?:đề nghị\s+|yêu cầu\s+|giao\s+)?", text[:500]):
        given = re.compile(r"(?:giao|yêu cầu|đề nghị)\s+", re.IGNORECASE).match(text, comma.end())
        if comma.group()[0] in ";." and given:
            return _acting(text, given.end())
        if comma.group()[0] not in ",:" or PREDICATE.match(text, comma.end()):
            return ()
        names = () if _IN_LIST.search(text, 0, comma.start()) else _acting(text, comma.end())
        if names:
            return names
    return ()


#: A company or office known by its letters ("VEC khẩn trương …", "EVN chủ trì …").
_LETTERS = re.compile(r"[A-ZĐ]{2,8}(?=\s+[a-zđ])")


def _acting(text: str, start: int) -> tuple[str, ...]:
    end = name_end(text, start)
    letters = _LETTERS.match(text, start)
    if end <= start and letters:
        end = letters.end()
    if end <= start or not PREDICATE.match(text[end:].lstrip(" ,")):
        return ()
    if re.match(r"\s*(?:phê duyệt|ban hành|xem xét|quyết định|cho ý kiến)", text[end:]) and "," not in text[start:end]:
        return ()
    return split_names(text[start:end])


def _cooperators(text: str, start: int) -> tuple[str, ...]:
    found: list[str] = []
    for match in _TOGETHER.finditer(text, start):
        found += split_names(without_notes(_listed(text, match.end(), free=bool(match["with"]))))
    for match in _LED_TOGETHER.finditer(text, start):
        end = name_end(text, match.end())
        if end > match.end() and text[end:].lstrip(" ,").startswith("phối hợp"):
            found += split_names(text[match.end() : end])
    return tuple(dict.fromkeys(found))


def _listed(text: str, start: int, *, free: bool) -> str:
    end = name_end(text, start)
    if end > start:
        return text[start:end]
    proper = _PROPER.match(text, start) if free else None
    return proper.group().rstrip(".") if proper else ""


_CHAIRS = re.compile(
    r"(?:chủ trì|phối hợp|tham mưu|làm đầu mối|là đơn vị|là cơ quan|tiến hành|thực hiện\s+\S)", re.IGNORECASE
)


_SCOPE = re.compile(r"\s*\((?:đối\s+)?với[^()]*\)")


def names_in_cell(text: str) -> Order:
    """The owners that a cell or an owner line gives: a bare list, or "Sở A chủ trì, phối hợp với Sở B"."""
    acting = _acting_clauses(text)
    if acting:
        return Order(acting, _cooperators(text, 0), len(text), "")
    order = read_order(text)
    if order.leads and _CHAIRS.match(order.rest):
        return order
    return Order(split_names(_UNPARTED.sub("; ", _SCOPE.sub("", text))), (), len(text), "")


#: Two names in a cell with nothing but a blank between them.
_UNPARTED = re.compile(
    r"(?<=[\w)])(?<!Giám đốc)(?<!giám đốc)(?<!Chủ tịch)(?<!chủ tịch)(?<!Văn phòng)(?<!tra)(?<!trưởng)(?<!đạo)"
    r"(?<!và)(?<!thuộc)(?<!của)(?<!với)(?<!là)(?<!tại)\s(?=(?:Sở|Các|UBND|Ủy ban nhân dân)\s)"
)


def _acting_clauses(text: str) -> tuple[str, ...]:
    """Who acts in an owner line that tells what each does ("Sở A rà soát …; các sở, ngành rà soát …"), else ()."""
    names: list[str] = []
    for clause in re.split(r";\s+", text):
        order = read_order(clause)
        if not order.leads or not PREDICATE.match(order.rest):
            return ()
        names += order.leads
    return tuple(dict.fromkeys(names)) if ";" in text else ()


def owner_heading(text: str) -> Order | None:
    """The owners a heading hands down, with the helpers of "chủ trì, phối hợp với …:"; None when it names none."""
    phrase = leading_names(text)
    if phrase is None:
        return None
    rest = text[phrase.end :]
    if _DUTY_WORDS.match(rest):
        return Order(split_names(without_notes(phrase.words)), (), len(text), "")
    chairing = _CHAIRING.match(rest)
    if chairing and rest.rstrip().endswith(":"):
        helpers = _cooperators(rest, 0)
        left = PREDICATE.sub("", re.sub(r"\W+", " ", rest))
        if len(left) < 40 + sum(len(name) for name in helpers):
            return Order(split_names(without_notes(phrase.words)), helpers, len(text), "")
    return None


def ordered_bodies(text: str) -> tuple[str, ...]:
    """The bodies behind the last "yêu cầu" or "đề nghị" of a sentence that ends in a colon, else ()."""
    if not text.rstrip().endswith(":"):
        return ()
    for match in reversed(list(re.finditer(r"(?:yêu cầu|đề nghị|giao|chỉ thị)\s*:?\s+(?=\S)", text, re.IGNORECASE))):
        end = name_end(text, match.end())
        if end > match.end():
            return split_names(without_notes(text[match.end() : end]))
    return ()


def whole_name(text: str) -> tuple[str, ...]:
    """A heading that is one long name as a whole ("Các doanh nghiệp thứ cấp đang hoạt động trong KCN"), else ()."""
    words = text.strip(" :")
    if len(words) > 140 or words.endswith(".") or ":" in words or _CHAIRS.search(words) or leading_names(words) is None:
        return ()
    return split_names(without_notes(words)) if OPENING_PREDICATE.match(words) is None else ()


def is_order(text: str) -> bool:
    """Whether a piece tells somebody to do something, rather than stating or naming a thing."""
    words = text.strip(' “"')
    if OPENING_PREDICATE.match(words):
        return True
    order = read_order(words)
    if order.leads and order.rest and PREDICATE.search(order.rest.lower()):
        return True
    return _ADVERBIAL.match(words) is not None and PREDICATE.search(words) is not None


def opens_with_body(text: str) -> bool:
    """Whether a text begins with the name of a body."""
    return NAME_HEAD.match(text) is not None and leading_names(text) is not None
