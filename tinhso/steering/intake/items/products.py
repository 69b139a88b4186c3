"""Products: the separately named documents and things inside one order, each with its own deadline."""

import re
from collections.abc import Iterator

from tinhso.steering.intake.phrases.deadlines import choose_deadline, read_deadlines
from tinhso.steering.intake.phrases.lexicon import CAPITALS
from tinhso.steering.intake.reading import Deadline, Deliverable

_NOUNS = (
    r"(?:dự thảo\s+)?(?:các\s+)?(?:quyết định|quy chế|kế hoạch|đề án|dự án|nghị quyết|nghị định|"
    r"thông tư|chương trình|báo cáo|quy định|hướng dẫn|danh mục|bộ chỉ số|bộ tiêu chí|chiến lược|"
    r"khung|tờ trình|phương án|quy trình|tài liệu|hệ thống|nền tảng|cổng|phần mềm|ứng dụng|"
    r"cơ sở dữ liệu|csdl|kho|trung tâm|luật|pháp lệnh|chỉ thị|công văn|sổ tay|cẩm nang|mô hình|"
    r"tiêu chuẩn|quy chuẩn|lộ trình|đề cương|sàn|trục)"
)
_NOUN = re.compile(rf"{_NOUNS}(?!\w)", re.IGNORECASE)
_COLON_LIST = re.compile(
    r"(?<!\w)(?:ban hành|trình|xây dựng|phê duyệt|triển khai|hoàn thành|vận hành|nâng cấp|hoàn thiện|"
    r"phát triển|tham mưu|dùng chung|hệ thống|gồm|sau|cụ thể)[^:;.]{0,90}:\s*",
    re.IGNORECASE,
)


def listed_products(text: str, start: int, deadlines: list[Deadline], *, year: int | None) -> tuple[Deliverable, ...]:
    """Two or more products named after a colon ("ban hành: A trong tháng 7; B trong tháng 9"), with their deadlines.

    ``deadlines`` are those already read from ``text``, which starts at ``start`` in the document.
    """
    opening = _COLON_LIST.search(text)
    if opening is None:
        return ()
    pieces = list(_pieces(text, opening.end()))
    if len(pieces) < 2 or sum(_NOUN.match(words) is not None for words, _ in pieces) < max(2, len(pieces) - 1):
        return ()
    return tuple(_product(words, start + place, deadlines, year=year) for words, place in pieces)


#: Verbs with which an order makes things.
_MAKING = re.compile(
    r"(?<!\w)(?:(?:xây dựng|ban hành|hoàn thiện|hình thành|thiết lập|triển khai|phát triển|nâng cấp|thành lập|"
    r"biên soạn|phê duyệt|công bố|lập|trình|vận hành|soạn thảo|cập nhật|số hóa)(?:\s*,\s*|\s+và\s+|\s+))+"
    r"(?:một số\s+|các\s+)?"
    rf"(?={_NOUNS}(?!\w))",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:\s*[;,]\s+|\s+và\s+|\s*[;,]\s+và\s+)(?=(?:các\s+)?{_NOUNS}(?!\w))", re.IGNORECASE)
_STOP = re.compile(r"\.\s|\s(?:nhằm|để|phục vụ|trong đó|trên cơ sở|đáp ứng|làm cơ sở)(?!\w)", re.IGNORECASE)
#: No order that joins its products is longer.
_LONGEST = 4_000
#: A product has a name of its own when it is written with a capital and has some words.
_NAMED = re.compile(rf"(?:các\s+)?[{CAPITALS}]\w*(?:\s+[^\s;,]+){{3}}")


def joined_products(text: str, start: int, deadlines: list[Deadline], *, year: int | None) -> tuple[Deliverable, ...]:
    """Two or more products that one making verb joins ("Xây dựng Bộ chỉ số và Khung hướng dẫn …")."""
    found: list[tuple[str, int]] = []
    if len(text) > _LONGEST:
        return ()
    for verb in _MAKING.finditer(text):
        if found and verb.end() < found[-1][1] + len(found[-1][0]):
            continue
        found += _joined_after(text, verb.end())
    return (
        tuple(_product(words, start + place, deadlines, year=year) for words, place in found) if len(found) > 1 else ()
    )


def _joined_after(text: str, place: int) -> list[tuple[str, int]]:
    stop = _STOP.search(text, place)
    end = stop.start() if stop else len(text)
    cuts = list(_NEXT.finditer(text, place, end))
    if not cuts:
        return []
    starts = [place, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), end]
    found = [(text[first:last].strip(" .,;/"), first) for first, last in zip(starts, ends, strict=True)]
    return found if all(_NAMED.match(words) for words, _ in found) else []


def _pieces(text: str, place: int) -> Iterator[tuple[str, int]]:
    separator = ";" if ";" in text[place:] else ","
    for match in re.finditer(rf"[^{separator}]+", text[place:]):
        words = re.sub(r"^(?:và\s+)", "", match.group().strip(" .,;…"))
        if words:
            yield words, place + text[place:].index(words, match.start())


def _product(words: str, start: int, deadlines: list[Deadline], *, year: int | None) -> Deliverable:
    inside = [d for d in deadlines if d.span and start <= d.span[0] < start + len(words)]
    due = choose_deadline(inside) if inside else None
    name = words[: due.span[0] - start].rstrip(" ,(") if due and due.span and due.span[0] > start else words
    return Deliverable(name, due, (start, start + len(name)))


def cell_products(text: str, start: int, *, year: int | None) -> tuple[Deliverable, ...]:
    """The products of a table's product column when it names two or more."""
    pieces = _cell_pieces(text, r"[^;\u2028]+")
    if len(pieces) < 2:
        joined = _cell_pieces(text, r"(?:(?!,|/|\s+và\s).)+")
        pieces = joined if len(joined) > 1 and all(_NOUN.match(words) and len(words) > 5 for words, _ in joined) else []
    return tuple(_cell_product(words, start + text.index(words, place), year=year) for words, place in pieces)


def _cell_pieces(text: str, pattern: str) -> list[tuple[str, int]]:
    found = [(re.sub(r"^và\s+", "", m.group().strip(" -+•.,;/")), m.start()) for m in re.finditer(pattern, text)]
    return [(words, place) for words, place in found if words]


def _cell_product(words: str, first: int, *, year: int | None) -> Deliverable:
    return Deliverable(words, choose_deadline(read_deadlines(words, first, year=year)), (first, first + len(words)))
