"""Amounts: numbers with their unit and the words that say how they bind ("đạt tối thiểu 70%", "không quá 3 ngày")."""

import re
from dataclasses import dataclass

from tinhso.steering.intake.phrases.citations import blot, mask_references
from tinhso.steering.intake.phrases.moments import find_moments
from tinhso.steering.intake.phrases.wording import any_of
from tinhso.steering.intake.reading import Comparator, Span

#: No amount has more digits; a longer row of them is a code.
_NUMBER = r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|\d{1,12},\d{1,6}|\d{1,12}\.\d{1,2}(?!\d)|\d{1,15}"
_FOUND = re.compile(
    rf"(?<![\w.,/])(?:(?P<sign>≥|≤|>=|<=|>|<|=|~)\s?)?(?P<value>{_NUMBER})"
    rf"(?:\s?%?\s*(?:-|–|÷|đến|tới)\s*(?P<to>{_NUMBER})(?=\s*(?:%|\w)))?(?![.,]?\d)"
)
_WORDED = re.compile(
    r"(?:ít nhất|tối thiểu)\s+(?P<word>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?=\s+(?!phần|nửa|lần|số\b)\w)",
    re.IGNORECASE,
)
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

_AT_MOST = any_of(
    "không quá|tối đa|không vượt quá|không vượt|không cao hơn|không lớn hơn|không nhiều hơn|chậm nhất|nhiều nhất|"
    "cao nhất"
)
_AT_LEAST = any_of("không thấp hơn|không dưới|không ít hơn|không nhỏ hơn|tối thiểu|ít nhất|thấp nhất|đạt và vượt")
_BELOW = any_of("dưới|thấp hơn|nhỏ hơn|ít hơn|xuống dưới|còn dưới")
_ABOVE = any_of("trên|vượt|hơn|lớn hơn|cao hơn|vượt trên|quá")
_ABOUT = any_of("khoảng|xấp xỉ|gần|ước|ước đạt|ước khoảng|trung bình khoảng|tầm")
_EQUAL = any_of("bằng|giữ ở|ở mức|giữ mức|giữ ở mức|duy trì ở mức|duy trì mức|bằng mức|ổn định ở mức")
_DOWN_TO = any_of("còn|xuống|xuống còn|giảm còn|giảm xuống|giảm xuống còn|chỉ còn|về")
_REACH = any_of(
    "đạt|đạt được|đạt tỷ lệ|đạt tỉ lệ|đạt mức|chiếm|chiếm tỷ lệ|phấn đấu|phấn đấu đạt|có|gấp|lên|tới|đến|từ|bảo đảm|"
    "đảm bảo|duy trì|"
    "hoàn thành|tăng|giảm|là|và vượt|tỷ lệ|tỉ lệ|mức|bình quân|trung bình|thêm|được|phủ|đạt từ|lên mức|lên đến|"
    "cắt giảm|thu hút|mỗi năm|hằng năm|hàng năm|khoảng từ"
)
_PREFIX = re.compile(
    rf"(?<!\w)(?:(?:{_AT_MOST}|{_AT_LEAST}|{_BELOW}|{_ABOVE}|{_ABOUT}|{_EQUAL}|{_DOWN_TO}|{_REACH})\s+){{0,6}}$",
    re.IGNORECASE,
)
_BINDING: tuple[tuple[str, Comparator], ...] = (
    (_AT_MOST, "<="), (_AT_LEAST, ">="), (_BELOW, "<"), (_ABOVE, ">"), (_ABOUT, "~"), (_EQUAL, "="), (_DOWN_TO, "<="),
)  # fmt: skip
#: "không để … quá 3%": what must not be exceeded.
_EXCESS = re.compile(r"(?:vượt\s+)?(?:quá|vượt|trên)(?!\w)", re.IGNORECASE)
_FORBIDDEN = re.compile(r"(?<!\w)không\s[^.,;:\d]{0,70}$", re.IGNORECASE)
_COMPARATORS = tuple((re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), sign) for words, sign in _BINDING)
_SIGNS: dict[str, Comparator] = {"≥": ">=", ">=": ">=", ">": ">", "≤": "<=", "<=": "<=", "<": "<", "=": "=", "~": "~"}

#: Words in front of a number that make it a name, a grade or a place in a row, and no amount.
_ORDINAL = re.compile(
    r"(?<!\w)(?:"
    + any_of(
        "số|cấp độ|mức độ|cấp|mức|thứ|lần thứ|khóa|khoá|đề án|giai đoạn|loại|hạng|điểm|mục|khoản|điều|phụ lục|"
        "chỉ tiêu|mục tiêu|nhiệm vụ|đợt|phần|kỳ|quý|tháng|ngày|năm|"
        "bảng|biểu|mẫu|hoạt động|nội dung|dự án|tiểu dự án|tiêu chí|chương|bước|lớp|khu vực|vùng|quốc lộ|tỉnh lộ|"
        "đường|vành đai|tuyến|cách mạng công nghiệp lần thứ|"
        "cách mạng công nghiệp|nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|công văn|luật|iso|tcvn|qcvn|phiên bản|"
        "ipv|covid|nhóm|web|tổ|ấp|thôn|phường|quận|đến|từ"
    )
    + r")\s*(?:số\s*)?$",
    re.IGNORECASE,
)
_BARE_ORDINALS = re.compile(r"đến|tới|từ|mức|số|là|về", re.IGNORECASE)

#: What follows a number that counts nothing here: ages, spans of time, catchwords.
_NO_UNIT = re.compile(
    r"\s*(?:"
    + any_of(
        "tuổi|cấp|con số|tại chỗ|rõ|có|không|ca,|kíp|giờ|trong|khâu|nhà|bên|chiều|quyết tâm|giảm|tăng|đúng|cùng|mặt|"
        "bước|là|nhất|hoặc|và|/|,|;|:|)|]|."
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_DURATION = re.compile(r"\s*(?:ngày|tuần|tháng|năm|giờ|phút|quý)(?!\w)", re.IGNORECASE)
_SHORTENED = re.compile(rf"{_AT_MOST}|{_BELOW}|{_DOWN_TO}|giảm|rút ngắn", re.IGNORECASE)
_INDEX = re.compile(
    r"(?:^|[;.]\s*)\W*(?:nâng |tăng |giảm )?(?:chỉ số|số|tổng số|số lượng|hệ số|điểm số|điểm)\s[^:;.\d]{2,160}"
    r"(?::|đạt|là|trên|dưới|còn|lên)(?:\s+(?:ít nhất|tối thiểu|trên|dưới|khoảng|mức))*\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.;,]\s|[.;,]?$|vào năm|năm 20)")
_AGED = re.compile(r"\s+tuổi(?!\w)", re.IGNORECASE)
_TRAILING = re.compile(r"\s+(?:trở lên|trở xuống)")
_PER_YEAR = re.compile(r"[^/]+/\s?năm")
_FRACTION = re.compile(
    r"\s?/\s?(?P<base>10{1,6}(?:\.000)*|1\.000|10\.000|100\.000|"
    r"1\.000\.000)(?![\d.])(?P<what>(?:\s+\w+){0,6}?)(?=\s+(?:vào|đến|trong|năm|ở|trên|tại)|\s*[,.;)]|\s*$)"
)

MEASURE = any_of(
    "%|‰|phần trăm|phần nghìn|điểm phần trăm|điểm %|lần|km|km2|km²|m|m2|m²|m3|m³|ha|hecta|héc ta|MW|MWh|GW|kW|kWh|"
    "tấn|kg|lít|mm|cm|"
    "Mbps|Gbps|Mb/s|Gb/s|Kbps|ms|TB|GB|PB|điểm|bậc|hạng|"
    "đồng|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|nghìn tỷ đồng|ngàn tỷ đồng|triệu tỷ đồng|USD|triệu USD|tỷ USD|tỉ USD|"
    "nghìn USD|triệu đô la|tỷ kWh|triệu kWh|nghìn tấn|triệu tấn|vạn tấn|"
    "triệu người|nghìn người|vạn người|triệu lượt|nghìn lượt|triệu lượt khách|nghìn lượt khách|ngày làm việc|"
    "giờ làm việc|lượt khách|lượt người|lượt|triệu m3|nghìn ha|ngày|giờ|phút|tháng|tuần|năm|triệu|tỷ|nghìn|°C"
)
_COUNTED = any_of(
    "doanh nghiệp|hợp tác xã|tổ hợp tác|hộ|hộ gia đình|người|lao động|học viên|học sinh|sinh viên|cán bộ|công chức|"
    "viên chức|chuyên gia|kỹ sư|bác sĩ|dược sĩ|điều dưỡng|giường bệnh|giường|"
    "cơ sở y tế|trạm y tế|bệnh viện|trường|lớp|cuộc|buổi|đợt|hội nghị|hội thảo|tin, bài|tin bài|tin|bài|trạm|mô hình|"
    "dự án|nhiệm vụ|đề tài|sản phẩm|nền tảng|ứng dụng|dịch vụ|"
    "thủ tục hành chính|xã|phường|thôn|huyện|tỉnh|nước|địa phương|cơ quan|đơn vị|chợ|cụm công nghiệp|khu công nghiệp|"
    "căn|căn nhà|nhà|công trình|tuyến|điểm du lịch|điểm|bằng sáng chế|giải pháp|văn bằng"
)
_MEASURED = re.compile(
    rf"\s?(?P<unit>{MEASURE})(?![\w%²³])(?P<per>(?:\s?/\s?(?:\d[\d.]*\s?)?(?:\w+(?:\s(?:dân|dân số|phụ nữ|người|trẻ|"
    rf"hộ|lao động|năm|gia đình))*)){{0,2}})",
    re.IGNORECASE,
)
_STOP = any_of(
    "được|có|cho|trên|tại|của|và|để|với|phục vụ|cung cấp|trong|vào|đến|trở|theo|nhằm|đạt|sử dụng|thuộc|ở|từ|về|mới|"
    "tham gia|hoàn thành|ứng dụng|đủ|là|bằng|như|so|do|hoạt động|"
    "nâng|đáp ứng|hoàn thiện|áp dụng|triển khai|dẫn đầu|hàng đầu|tiên tiến|đã|sẽ|phải|bảo đảm|đảm bảo|hoặc|gồm|tới|"
    "bao gồm|khác|mỗi|hằng|hàng|nhận|đăng ký|năm|trong đó|khi|qua|kết nối|tự|không|chưa|xuống|lên|còn"
)
_WORD = re.compile(r"\s+(?P<word>[^\W\d_][\w&]*)")
_STOPPED = re.compile(rf"\s+{_STOP}(?!\w)|\s*(?:[.;:()“”\"]|,|$)", re.IGNORECASE)
_KNOWN = re.compile(
    rf"\s+(?P<unit>{_COUNTED})(?!\w)(?P<per>\s?/\s?(?:\d[\d.]*\s?)?\w+(?:\s(?:dân|dân số|phụ nữ|người|trẻ|"
    rf"năm)(?!\w))*)?",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\s?/\s?\d[\d.]*(?:\s+(?!(?:{_STOP}|xuống|lên|còn|sinh ra|tăng|giảm)(?!\w))[^\W\d_]+){{1,5}}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text. ``span`` covers the binding words, the number and the unit; ``bound`` says whether words or
    a sign in front of it bind it ("đạt", "tối thiểu", "≥")."""

    value: float
    value_to: float | None
    unit: str | None
    comparator: Comparator
    bound: bool
    span: Span
    prefix: str
    per_year: bool = False

    @property
    def is_percent(self) -> bool:
        return bool(self.unit and self.unit.startswith(("%", "phần trăm")))


def find_amounts(text: str, *, cell_unit: str | None = None) -> list[Amount]:
    """The amounts in ``text`` in order; numbers that count nothing (ages, years, dates, grades, document numbers) are
    left out. In a table cell ``cell_unit`` is the unit of its column."""
    masked = blot_moments(mask_references(text))
    found = [amount for match in _FOUND.finditer(masked) if (amount := _amount(masked, match, cell_unit))]
    found += [_worded(masked, match) for match in _WORDED.finditer(masked)]
    return sorted(found, key=lambda amount: amount.span)


def blot_moments(text: str) -> str:
    """``text`` with the years, months, quarters and days it names blotted out, letter for letter as long."""
    return blot(text, (moment.span for moment in find_moments(text, year=None)))


def number_of(written: str) -> float:
    """The value of a number written the Vietnamese way ("1.234,5", "01", also "99.5")."""
    if re.fullmatch(r"\d+\.\d{1,2}", written):
        return float(written)
    value = float(written.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value


def _amount(text: str, match: re.Match[str], cell_unit: str | None) -> Amount | None:
    prefix = _prefix(text, match.start())
    if _is_named(text, match.start("value"), prefix):
        return None
    unit, end = _unit_of(text, match, cell_unit)
    if not _measures(text, match, unit=unit, prefix=prefix):
        return None
    start = match.start() - len(prefix)
    words = text[start : match.start("value")]
    start += len(words) - len(words.lstrip())
    trailing = _TRAILING.match(text, end)
    return Amount(
        value=number_of(match["value"]),
        value_to=number_of(match["to"]) if match["to"] else None,
        unit=unit,
        comparator=_comparator(text, match, prefix=prefix, end=end),
        bound=bool(prefix.strip() or match["sign"]),
        span=(start, trailing.end() if trailing else end),
        prefix=prefix,
        per_year=unit is not None and _PER_YEAR.fullmatch(unit) is not None,
    )


def _unit_of(text: str, match: re.Match[str], cell_unit: str | None) -> tuple[str | None, int]:
    unit, end = _unit(text, match.end(), match)
    if unit is not None:
        return unit, end
    aged = _AGED.match(text, match.end())
    if aged and "tuổi thọ" in text[max(0, match.start() - 200) : match.start()].lower():
        return "tuổi", aged.end()
    return cell_unit, match.end()


def _measures(text: str, match: re.Match[str], *, unit: str | None, prefix: str) -> bool:
    """Whether a number measures something: it has a unit (a span of time only when bound from above), or it is the
    value of an index ("Chỉ số … đạt 45,5")."""
    if unit is None:
        return (
            _INDEX.search(text, max(0, match.start("value") - 200), match.start("value")) is not None
            and _ENDS.match(text, match.end()) is not None
        )
    return _DURATION.match(text, match.end()) is None or _SHORTENED.search(prefix) is not None


def _prefix(text: str, place: int) -> str:
    match = _PREFIX.search(text, max(0, place - 60), place)
    return match.group() if match else ""


def _is_named(text: str, place: int, prefix: str) -> bool:
    """Whether the words in front make the number a name or a grade ("cấp độ 4", "Đề án 06")."""
    before = text[max(0, place - 40) : place]
    if prefix.strip() and not _BARE_ORDINALS.fullmatch(prefix.strip()):
        return bool(re.search(r"(?:lần thứ|cấp độ|mức độ)\s+$", before, re.IGNORECASE))
    named = _ORDINAL.search(before)
    if named is None:
        return False
    return not (_BARE_ORDINALS.fullmatch(prefix.strip()) and re.match(r"[\d.,\s\-–]+\s?%", text[place : place + 24]))


def _unit(text: str, place: int, match: re.Match[str]) -> tuple[str | None, int]:
    fraction = _FRACTION.match(text, place)
    if fraction and match["to"] is None:
        return fraction.group().strip(), fraction.end()
    measured = _MEASURED.match(text, place)
    if measured:
        return measured["unit"].strip() + _per(measured["per"]), measured.end()
    if place < len(text) and (text[place].isalnum() or _NO_UNIT.match(text, place)):
        return None, place
    return _counted(text, place)


def _per(written: str | None) -> str:
    return re.sub(r"\s*/\s*", "/", written or "").rstrip()


def _counted(text: str, place: int) -> tuple[str | None, int]:
    """The noun that is counted: a known one, else the words up to a verb, a preposition or a stop."""
    known = _KNOWN.match(text, place)
    if known:
        return known["unit"] + _per(known["per"]), known.end()
    end, words = place, 0
    while words < 6 and not _STOPPED.match(text, end):
        word = _WORD.match(text, end)
        if word is None:
            break
        end, words = word.end(), words + 1
    ratio = _RATIO.match(text[end:]) if words else None
    end += ratio.end() if ratio else 0
    return (text[place:end].strip() or None), end


def comparator_of(prefix: str, behind: str = "") -> Comparator:
    """What the words around a number say: the strictest of them; ">=" when they say nothing."""
    if re.match(r"\s*trở xuống", behind):
        return "<="
    for words, sign in _COMPARATORS:
        if words.search(prefix):
            return sign
    return ">="


def _comparator(text: str, match: re.Match[str], *, prefix: str, end: int) -> Comparator:
    if match["sign"]:
        return _SIGNS[match["sign"]]
    place = match.start() - len(prefix)
    if _EXCESS.match(prefix) and _FORBIDDEN.search(text, max(0, place - 80), place):
        return "<="
    return comparator_of(prefix, text[end : end + 12])


def _worded(text: str, match: re.Match[str]) -> Amount:
    unit, end = _counted(text, match.end("word"))
    start = match.start()
    prefix = _prefix(text, start) + text[start : match.start("word")]
    first = match.start("word") - len(prefix)
    return Amount(_WORDS[match["word"].lower()], None, unit, ">=", bound=True, span=(first, end), prefix=prefix)
