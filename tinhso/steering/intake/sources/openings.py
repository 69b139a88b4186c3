"""Openings: how a line shows that a paragraph begins or ends with it."""

import re

_BULLET = "-–—+*•●○▪■◦·→\uf02d\uf0a7\uf0b7\uf0d8\uf0fc"
_CAPITAL = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_MARKER = (
    rf"[{re.escape(_BULLET)}]"
    rf"|\d{{1,2}}(?:\s?\.\s?\d{{1,2}}){{0,4}}\s?(?:[.)](?!\d)|/(?=\s?[{_CAPITAL}][^{_CAPITAL}]))"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\s+[{_CAPITAL}]"
    rf"|[IVXLC]{{1,7}}\s?[.)/](?:\d{{1,2}}[.)])?(?=\s|$|[{_CAPITAL}])"
    r"|[IVX]{1,5}\s?[-–]\s"
    r"|[A-HĐ]\s?[.)]\s"
    r"|[a-zđ]\s?(?:\)|\.\d{1,2}[.)]?\s|\.\s)"
    r"|\(\s?(?:\d{1,2}|[a-zđ]|[ivx]{1,5})\s?\)"
    r"|\[\d{1,3}\]"
)
#: Words of the frame that always stand first in their paragraph (Nghị định 30/2020/NĐ-CP, Phụ lục I).
_WORDS = (
    r"(?:Điều|Khoản|Phần|Chương|Mục)\s+(?:thứ\s+)?(?:\d{1,3}|[IVXLC]{1,7}|nhất|hai|ba|tư|năm)\s*(?:[.:]|$)"
    r"|(?i:phụ lục)(?:\s+(?:số\s+)?(?:\d{1,2}|[IVX]{1,5}|[A-H]))?\s*(?:[.:(–-]|$)|PHỤ LỤC|Mẫu biểu số|Biểu số|Bảng \d"
    r"|Nơi nhận|Nơi gửi|Kính gửi|Căn cứ|Theo đề nghị|Xét đề nghị|Số:|(?:TM|KT|TL|TUQ|Q)\.\s"
    r"|(?i:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là[,: ]|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)[,:]"
    r"|(?:Đơn vị|Cơ quan|Thời gian|Thời hạn|Sản phẩm|Kết quả|Kinh phí)\b[^.;]{0,40}:"
)
_OPENING = re.compile(f"(?:{_MARKER}|{_WORDS})")
#: A number behind these words belongs to them and opens nothing ("trong tháng / 4.").
_BEFORE_NUMBER = frozenset(
    ("tháng", "ngày", "quý", "năm", "số", "khoản", "điểm", "điều", "mục", "phần", "chương", "tiết", "lần", "thứ")
)
#: Of these, the ones that end no heading; "ứng dụng số", "các năm" do.
_NEEDS_NUMBER = frozenset(("tháng", "ngày", "quý", "khoản", "điểm", "điều", "tiết", "lần", "thứ", "chương"))
_HEADING = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}\s?[.)/]?\s+[{_CAPITAL}]")
#: Words that never end a paragraph.
_UNFINISHED = frozenset(
    (
        "và",
        "của",
        "các",
        "những",
        "với",
        "về",
        "theo",
        "cho",
        "tại",
        "từ",
        "đến",
        "để",
        "trong",
        "là",
        "được",
        "do",
        "bởi",
        "một",
        "trên",
        "dưới",
        "hoặc",
        "như",
        "khi",
        "nếu",
        "vào",
        "thuộc",
    )
)
#: The head of a body's name without the name.
_HALF_NAME = re.compile(r"(?:^|\s)(?:Sở|Bộ|Ủy ban|Uỷ ban|Cục|Chi cục|Hội|Liên hiệp|Liên đoàn|Giám đốc|Chủ tịch)$")
#: Names written with a dash: a line that begins with the dash of one begins no list item.
_PAIRS = re.compile(r"(?:[Ll]ao [đĐ]ộng|[Kk]inh tế|Bà Rịa|Thừa Thiên|Giáo dục|Phát thanh|Phan Rang|khoa học|sản xuất)$")
_SECOND = re.compile(r"[-–]\s?(?:Thương binh|[xX]ã hội|Vũng Tàu|Huế|Đào tạo|Truyền hình|Tháp Chàm|kỹ thuật|kinh doanh)")
_ROW_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}(?:\.\d{1,2}){0,2}|[A-Zđa-z])[.)]?")
_RANGE = re.compile(r"[-–](?:\s?\d|$)")


def opens(line: str, above: str = "") -> bool:
    """Whether a line begins a paragraph by its first sign; ``above`` is the line before it."""
    if _OPENING.match(line) is None:
        return False
    if _SECOND.match(line) and _PAIRS.search(above[-20:]):
        return False
    if goes_on_as_range(line, above):
        return False
    if line[0].isalpha():
        return not above.endswith("điểm")
    return not goes_on_as_number(above, line)


def goes_on_as_range(line: str, above: str) -> bool:
    """Whether a line is the second half of a range: "2026" / "- 2030"."""
    return _RANGE.match(line) is not None and above[-1:].isdigit()


def is_row_number(text: str) -> bool:
    """What stands in the first column of a table's rows: "3", "2.1", "IV", "a)"."""
    return _ROW_NUMBER.fullmatch(text) is not None


def goes_on_as_number(above: str, line: str) -> bool:
    """Whether a number belongs to the word above it: "năm" / "2014". A heading's number ("ứng dụng số" / "4.1. Ứng")
    does so only behind a word that cannot end a heading."""
    if not line[0].isdigit() or is_title(above):
        return False
    return last_word(above) in (_NEEDS_NUMBER if _HEADING.match(line) else _BEFORE_NUMBER)


def ends(line: str) -> bool:
    """Whether a line closes its sentence or list item."""
    return line[-1] in ".;:!?" or line[-2:] in {'."', ".”", ".)", ";)"}


def is_unfinished(line: str) -> bool:
    """Whether a line stops at a word that must go on."""
    return last_word(line) in _UNFINISHED or _HALF_NAME.search(line[-20:]) is not None


def is_title(line: str) -> bool:
    """A short line wholly in capitals, as titles are set."""
    if len(line) > 160 or not line.isupper():
        return False
    letters = sum(map(str.isalpha, line))
    return letters >= 3 and letters * 2 > len(line.replace(" ", ""))


#: Words of the frame whose number a portal sets on the next line.
_NUMBERED = frozenset(("Điều", "Chương", "Phần", "Mục", "Khoản", "Số:", "Số"))
_SYLLABLE = re.compile(r"[^\W\d_]{2,7}")
#: What stands alone on a line: heads of columns, signing authorities, stamps of secrecy and haste.
_ALONE = frozenset(("TT", "STT", "TM", "KT", "TL", "TUQ", "PL", "BC", "MẬT", "KHẨN", "HỎA", "HOẢ"))
_SECTION = re.compile(r"(?:[IVXLC]{1,7}|\d{1,2}(?:\.\d{1,2}){0,3}|[A-HĐ])\s?[.)/]?\s+\w")
_PLACE_AND_DATE = re.compile(rf"[{_CAPITAL}][^,]{{0,24}}, ngày\b")


def is_torn(above: str, line: str) -> bool:
    """Whether a line was cut behind its first word, as law portals do: "Điều" / "1. …", "ỦY" / "BAN NHÂN DÂN"."""
    if above in _NUMBERED:
        return line[0].isdigit() or re.match(r"[IVXLC]+\b", line) is not None
    if _SYLLABLE.fullmatch(above) is None or above in _ALONE or re.fullmatch(r"[IVXLC]+", above):
        return False
    return (above.isupper() and is_title(line)) or (above.istitle() and _PLACE_AND_DATE.match(line) is not None)


def is_torn_title(first: str, above: str, line: str) -> bool:
    """Whether a title in capitals goes on in the next line: a numbered one, or one that stops at "VÀ" or a comma."""
    if not is_title(line) or opens(line) or ends(above) or not is_title(above):
        return False
    return _SECTION.match(first) is not None or above.endswith(",") or is_unfinished(above)


def last_word(line: str) -> str:
    return line[-16:].rpartition(" ")[2].lower() if line else ""
