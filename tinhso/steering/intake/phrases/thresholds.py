"""Thresholds: the amounts of a text that bind an aim, apart from those that describe, condition or compare."""

import re
from collections.abc import Sequence

from tinhso.steering.intake.phrases.amounts import Amount, find_amounts
from tinhso.steering.intake.phrases.pieces import chunks, core_words
from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Span

_SITUATION = re.compile(
    r"^\W*(?:hiện nay|hiện tại|hiện có|đến nay|tính đến|thời gian qua|trong thời gian qua|năm qua|kết quả|"
    r"theo thống kê|theo số liệu|ước thực hiện|ước tính|(?:kinh phí|tổng kinh phí|nguồn vốn|dự toán|"
    r"nguồn kinh phí)(?!\w)(?![^%]*%))(?!\w)|^(?:(?!phấn đấu|mục tiêu).)*(?:so với cùng kỳ|so cùng kỳ|ước đạt|"
    r"ước thực hiện)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"có thể điều chỉnh|^\W*(?:đối với|trường hợp|riêng)\s(?:(?!đạt|là|phấn đấu|:).)*$", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[^\s.]{2})\.\s+(?=[A-ZĐÀ-Ỹ])|\n|\u2028")
PARENTHESIS = re.compile(r"\([^()]{0,600}\)")
_ACTION = re.compile(
    r"(?<!\w)"
    + any_of(
        "xây dựng|thành lập|hình thành|phát triển|đào tạo|bồi dưỡng|tổ chức|triển khai|hoàn thành|lắp đặt|đầu tư|"
        "thu hút|tạo|hỗ trợ|công nhận|cấp|trồng|giải quyết|giảm|tăng|"
        "ban hành|đưa vào|đưa|bổ sung|mở|nâng|kết nạp|cung cấp|thực hiện|tập huấn|duy trì|có|đạt|chuyển đổi|sửa chữa|"
        "khởi công|khánh thành|vận hành|kết nối|thí điểm|lựa chọn|chọn|"
        "tuyển dụng|tuyển|sản xuất|xuất khẩu|đăng ký|phủ sóng|số hóa|số hoá|kêu gọi|vận động|ươm tạo|nghiên cứu|"
        "cắt giảm|đón|phục vụ|xóa|xoá|công bố|xuất bản"
    )
    + r"(?:\s+(?!với\b|tốc\b|dung\b|quy\b|theo\b|từ\b|trong\b)\w+){0,4}\s*$|(?::|trong đó(?:\s+có)?)\s*$",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?P<lead>(?:(?:thuộc|vào|trong|lọt vào|nằm trong|đứng trong|đứng)\s)?(?:nhóm|top|"
    r"tốp)(?:\s+các)?(?:\s+đầu)?)\s+(?P<value>\d{1,3})(?:\s+(?P<unit>nước|tỉnh|thành phố|địa phương|quốc gia|trường|"
    r"đơn vị|thành phố|nền kinh tế|bộ))?(?!\s*%)"
    r"|(?P<place>(?:vươn\s+)?lên\s+(?:thứ|hạng|vị trí)|"
    r"xếp hạng|thứ hạng|xếp thứ|đứng thứ|vị trí thứ|hạng|vị trí)\s+(?:trong\s+|thứ\s+|"
    r"từ\s+)?(?P<rank>\d{1,3})(?!\s*%)(?=\s*(?:trở lên|/|toàn|cả nước|trong|của|thế giới|,|\.|;|$))",
    re.IGNORECASE,
)

#: Words that bind a count beside a percentage; "có" alone does not.
_STRICT = re.compile(
    r"(?<!\w)(?:đạt|tối thiểu|ít nhất|trên|khoảng|không quá|tối đa|dưới|gấp|không thấp hơn|giảm|tăng|xuống|còn|"
    r"lên)(?!\w)",
    re.IGNORECASE,
)
#: "4 ca sinh/1.000 phụ nữ", "số bác sĩ trên 10.000 dân": the base of a rate.
_BASES = (100, 1000, 10_000, 100_000, 1_000_000)
_BREAK = re.compile(r"[,;:.()\n]|\s(?:và|lên|hoặc|với|cùng|năm|vào|đến)\s")
_REACHES = re.compile(r"(?:giảm|tăng|xuống|còn|lên|đạt)(?!\w)", re.IGNORECASE)
_CHANGE = re.compile(r"(?:tăng|giảm|nâng|rút ngắn|cắt giảm|hạ)(?!\w)", re.IGNORECASE)
_ONTO = re.compile(r"[^.;\d]{0,40}?\s(?:lên|xuống|còn)\s", re.IGNORECASE)


#: No aim is longer; what is longer is prose that lost its paragraphs.
LONGEST = 6_000
_REACH = 1_200


def find_thresholds(text: str) -> list[Amount]:
    """The amounts that bind: in each clause its percentages when it has any, else its bound or ordered counts."""
    if len(text) > LONGEST or _SITUATION.search(text):
        return []
    inside = [match.span() for match in PARENTHESIS.finditer(text)]
    amounts = [amount for amount in find_amounts(text) if _counts(text, amount)]
    outside = [amount for amount in amounts if not _lies_in(amount.span, inside)]
    if not outside:
        return sorted([*(a for a in amounts if a.is_percent and a.bound), *find_ranks(text)], key=_place)
    return sorted([*_of_clauses(outside, text), *find_ranks(text)], key=_place)


def find_ranks(text: str) -> list[Amount]:
    """Places in a ranking: the smaller the better ("thuộc nhóm 4 nước dẫn đầu", "xếp hạng 15")."""
    found = []
    for match in _RANK.finditer(text):
        value = int(match["value"] or match["rank"])
        words = match["lead"] or match["place"]
        found.append(Amount(value, None, match["unit"] or "hạng", "<=", bound=True, span=match.span(), prefix=words))
    return found


def sentence_around(text: str, span: Span) -> str:
    """The sentence of ``text`` in which ``span`` stands."""
    reach = max(0, span[0] - _REACH)
    begin = max((match.end() for match in SENTENCE.finditer(text, reach, span[0])), default=reach)
    end = SENTENCE.search(text, span[1], span[1] + _REACH)
    return text[begin : end.start() if end else span[1] + _REACH]


def _of_clauses(amounts: list[Amount], text: str) -> list[Amount]:
    found: list[Amount] = []
    mixed = any(amount.is_percent for amount in amounts)
    for first, last in chunks(text):
        here = [amount for amount in amounts if first <= amount.span[0] < last]
        percentages = [amount for amount in here if amount.is_percent]
        apart = not mixed or first == 0 or text[:first].rstrip().endswith((";", "."))
        binding = percentages or [amount for amount in here if _binds(amount, text, strict=not apart)]
        found += _without_descriptions(binding, text, first)
    return found


def _binds(amount: Amount, text: str, *, strict: bool) -> bool:
    if strict:
        return _STRICT.search(amount.prefix) is not None
    if "/" in (amount.unit or "") or amount.bound or not text[: amount.span[0]].strip():
        return True
    return _ACTION.search(text, max(0, amount.span[0] - 80), amount.span[0]) is not None


def _without_descriptions(amounts: list[Amount], text: str, first: int) -> list[Amount]:
    """Of two amounts with no break between them one only describes what is counted.

    "các xã có tỷ lệ hộ nghèo trên 25% giảm 4%": the later one binds; "trên 50 sản phẩm đạt 3 sao": the former.
    """
    kept: list[Amount] = []
    for amount in amounts:
        if not kept or _BREAK.search(text[kept[-1].span[1] : amount.span[0] + 1]):
            kept.append(amount)
        elif core_words(text[first : kept[-1].span[0]]) and _REACHES.search(amount.prefix):
            kept[-1] = amount
    return kept


def _counts(text: str, amount: Amount) -> bool:
    """Whether the amount belongs to the aim and not to a condition, a base or where a change starts from."""
    sentence = sentence_around(text, amount.span)
    if is_baseline(text, amount):
        return False
    if amount.value in _BASES and amount.prefix.strip().lower() in ("trên", "tính trên") and not amount.is_percent:
        return False
    return _CONDITION.search(sentence) is None


def is_baseline(text: str, amount: Amount) -> bool:
    """Whether a change starts from the amount ("từ 42% lên 45%")."""
    onto = _ONTO.match(text, amount.span[1])
    return (
        "từ" in amount.prefix
        and onto is not None
        and _CHANGE.search(text, max(0, amount.span[0] - 200), amount.span[1]) is not None
    )


def _lies_in(span: Span, places: Sequence[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in places)


def _place(amount: Amount) -> Span:
    return amount.span
