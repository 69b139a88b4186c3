"""Deadlines: when a piece of a plan says that something is due, and which of several holds for the whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tinhso.steering.intake.phrases.citations import mask_references
from tinhso.steering.intake.phrases.lexicon import OPENING_PREDICATE
from tinhso.steering.intake.phrases.moments import Moment, find_moments
from tinhso.steering.intake.phrases.rhythms import find_cell_rhythms, find_rhythms
from tinhso.steering.intake.phrases.sending import clause_around, is_report
from tinhso.steering.intake.phrases.triggers import find_cell_triggers, find_triggers
from tinhso.steering.intake.reading import Deadline, Span

#: Words in front of a moment that make it a deadline; the group names say what they mean.
_LEAD = re.compile(
    r"(?P<open>định hướng|tầm nhìn|tính|so với|kể từ khi|(?:ký|hiệu lực)(?:\s+\w+){0,2}\s+từ)\s+(?:đến\s+|"
    r"tới\s+)?(?:ngày\s+|hết\s+|cuối\s+)?$"
    r"|(?P<before>(?:trước|đến trước|xong trước)(?:\s+(?:thời điểm|thời hạn|hết|cuối|\d{1,2}\s?(?:giờ|h|"
    r":)\s?\d{0,2}(?:\s?phút)?,?))?)\s+$"
    r"|(?P<since>(?:bắt đầu\s+)?(?:thực hiện\s+|triển khai\s+)?(?:kể\s+)?từ(?:\s+(?:sau|đầu))?)\s+$"
    r"|(?P<firm>chậm nhất(?:\s+(?:là|vào|đến|trong|trước))*|muộn nhất(?:\s+(?:là|vào|đến))*|không muộn hơn|"
    r"hạn (?:cuối|chót)(?:\s+là)?|thời hạn(?:\s+(?!trước)\w+){0,3}|"
    r"(?:ngay\s+)?trong(?:\s+(?:suốt|khoảng|vòng|thời gian))?(?:\s+(?:thời kỳ|giai đoạn|nửa))?(?:\s+(?:các|đầu|"
    r"cuối))?|trong\s+(?:suốt\s+)?(?:0?\d|hai|ba|bốn)|vào(?:\s+(?:cuối|đầu|giữa|dịp))?|"
    r"(?:trong\s+)?tuần\s+(?:thứ\s+)?\w+(?:\s+của)?|hết|đến hết|đến ngày|xong)\s+(?:ngày\s+|hết\s+|cuối\s+)?$"
    r"|(?P<until>(?:cho\s+)?(?:đến|tới)(?:\s+(?:cuối|đầu|giữa|tháng|khoảng))?)\s+$"
    r"|(?P<stage>(?:giai đoạn|thời kỳ|các năm|xuyên suốt)(?:\s+từ)?)\s+$"
    r"|(?P<label>(?:thời gian|thời hạn|tiến độ|hạn|hoàn thành|thời điểm|lộ trình)[^:;.\n]{0,40}[:–-])\s*$"
    r"|(?P<verb>(?<!kế hoạch )(?<!mục tiêu )(?<!danh mục )(?:hoàn thành|ban hành|trình|thực hiện|xong|tổ chức|"
    r"triển khai|khởi công|khánh thành|thông qua|phê duyệt|đưa vào (?:sử dụng|vận hành|hoạt động)|báo cáo)"
    r"(?:\s+xong)?(?:\s+(?:cuối|đầu|giữa))?)\s*,?\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*(?:(?P<onward>trở đi|trở về sau|trở lên|và (?:các|những) năm (?:tiếp theo|sau|kế tiếp)|"
    r"và (?:các )?giai đoạn tiếp theo|, những năm tiếp theo|và tiếp theo)"
    r"|(?P<yearly>,?\s*(?:(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm|(?:của\s+)?năm\s+(?:tiếp theo|sau|kế tiếp|liền kề)|"
    r"của các năm))(?!\w))",
    re.IGNORECASE,
)
_YEARLY_BEFORE = re.compile(r"(?:hằng|hàng|mỗi)\s+năm\s*\(?[^;.()]*$", re.IGNORECASE)
#: Nouns that name a document or an aim: a year behind them, without a firm word, belongs to the name.
_NAMED = re.compile(
    r"\b(?:kế hoạch|đề án|chương trình|chiến lược|quy hoạch|dự án|nghị quyết|quyết định|chỉ thị|kết luận|thông báo|"
    r"phương án|danh mục|bộ chỉ số|định hướng|tầm nhìn|mục tiêu|"
    r"chỉ tiêu|lộ trình|báo cáo|dự toán|ngân sách|kinh phí|đại hội|nhiệm kỳ|phong trào|giải thưởng|kết quả|"
    r"tình hình)\b",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"(?:^|[.;:(]|\n|\u2028)[\s\-+*•–)]*(?:(?:phấn đấu|dự kiến|trong|riêng|ngay)\s*,?\s*)*$", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"\s*(?:[,.;:)]|$|\n|\u2028)")
_BOUNDARY = re.compile(r"[.;:\n\u2028](?=\s|$)")
_CLOSING_PARENTHESIS = re.compile(r"\s*\)\s*[.;,/]*\s*$")
#: No order is longer; what stands behind is not searched.
_LONGEST = 20_000
_FIRM = ("before", "firm", "label")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A moment with the words around it: ``lead`` names the kind of word in front, ``span`` covers them all."""

    moment: Moment
    lead: str
    words: str
    onward: bool
    yearly: bool
    span: Span


def read_deadlines(text: str, start: int, *, year: int | None) -> list[Deadline]:
    """The deadline phrases of a task's text in order. ``year`` is the document's, for moments that name none.

    Dates of cited documents, years in names and recurrences that belong to a thing or a report are no deadlines.
    """
    text = text[:_LONGEST]
    masked = mask_references(text)
    found = [_from_phrase(phrase) for phrase in _phrases(masked, year) if _is_due(phrase, masked)]
    taken = [deadline.span for deadline in found if deadline.span]
    found += [other for other in _without_dates(masked) if other.span and not _within(other.span, taken)]
    return [_placed(deadline, text, start) for deadline in sorted(found, key=_order)]


def read_time_cell(cell: str, start: int, *, year: int | None) -> Deadline | None:
    """The deadline in a cell or line that holds only a time ("2026 - 2030", "Quý IV/2025", "Thường xuyên")."""
    cell = cell[:_LONGEST]
    masked = mask_references(cell)
    phrases = list(_phrases(masked, year))
    found = [_from_phrase(phrase) for phrase in phrases]
    taken = [deadline.span for deadline in found if deadline.span]
    found += [
        other
        for other in [*find_cell_rhythms(masked), *find_cell_triggers(masked)]
        if other.span and not _within(other.span, taken)
    ]
    ordered = sorted(found, key=_order)
    chosen = _first_or_stretch(ordered)
    return _placed(chosen, cell, start) if chosen else None


def choose_deadline(found: Sequence[Deadline], cell: Deadline | None = None) -> Deadline | None:
    """The deadline of the task as a whole: the last dated one of its text, else the first without a date.

    ``cell`` is what the time column or time line gives; it wins, but a rhythm named in the text stays and takes
    its bounds from the column ("Hằng năm tổ chức …", 2026 - 2030).
    """
    dated = [deadline for deadline in found if deadline.kind not in ("recurring", "standing", "event")]
    if cell is None:
        return dated[-1] if dated else next(iter(found), None)
    rhythm = next((deadline for deadline in found if deadline.kind == "recurring" and deadline.interval), None)
    if rhythm and not dated and cell.kind == "period":
        return replace(rhythm, start=cell.start, end=cell.end)
    return cell


def _phrases(masked: str, year: int | None) -> Iterator[_Phrase]:
    for moment in find_moments(masked, year=year):
        first, last = moment.span
        front = _LEAD.search(masked, max(0, first - 60), first)
        behind = _BEHIND.match(masked, last)
        lead = front.lastgroup if front and front.lastgroup else ""
        yearly = not moment.dated and (bool(behind and behind["yearly"]) or _said_yearly(masked, moment))
        end = behind.end() if behind else last
        words = front[0] if front else ""
        yield _Phrase(
            moment, lead, words, bool(behind and behind["onward"]), yearly, (front.start() if front else first, end)
        )


def _said_yearly(masked: str, moment: Moment) -> bool:
    if moment.kind not in ("date", "month", "quarter"):
        return False
    return _YEARLY_BEFORE.search(masked[max(0, moment.span[0] - 200) : moment.span[0]]) is not None


def _is_due(phrase: _Phrase, masked: str) -> bool:
    """Whether the words around the moment say that something is due then."""
    if phrase.lead == "open" or (phrase.yearly and is_report(clause_around(masked, phrase.span))):
        return False
    if phrase.lead in _FIRM or phrase.yearly:
        return not (phrase.moment.bare and phrase.lead != "firm" and len(phrase.words) < 3)
    opens = _CLAUSE_START.search(masked[max(0, phrase.span[0] - 40) : phrase.span[0]]) is not None
    if opens and (phrase.lead or _CLAUSE_END.match(masked, phrase.span[1]) or _starts_order(phrase, masked)):
        return not _is_bare_day(phrase) and not _in_parenthesis_midway(phrase, masked)
    if phrase.lead in ("verb", "since"):
        return not phrase.moment.bare
    return phrase.lead in ("until", "stage") and not _belongs_to_name(phrase, masked)


def _starts_order(phrase: _Phrase, masked: str) -> bool:
    return (
        not phrase.moment.bare
        and OPENING_PREDICATE.match(masked[phrase.span[1] : phrase.span[1] + 30].lstrip()) is not None
    )


def _is_bare_day(phrase: _Phrase) -> bool:
    return phrase.moment.kind == "date" and not phrase.lead


def _in_parenthesis_midway(phrase: _Phrase, masked: str) -> bool:
    """A stretch in parentheses counts at the end of its text; in the middle it belongs to the word before it."""
    if masked[: phrase.span[0]].rstrip()[-1:] != "(" or phrase.lead in ("since", "until", "verb"):
        return False
    return _CLOSING_PARENTHESIS.match(masked, phrase.span[1]) is None


def _belongs_to_name(phrase: _Phrase, masked: str) -> bool:
    before = masked[max(0, phrase.span[0] - 400) : phrase.span[0]]
    boundary = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    clause = before[boundary:]
    if phrase.lead == "until" and clause.rstrip().endswith(","):
        return False
    return _NAMED.search(clause) is not None or "¤" in clause


def _from_phrase(phrase: _Phrase) -> Deadline:
    moment = phrase.moment
    if phrase.yearly:
        return Deadline("recurring", None, None, phrase.lead == "before", "", "yearly", phrase.span)
    if phrase.onward or (phrase.lead == "since" and moment.kind != "period"):
        end = _iso(moment.end) if moment.kind == "period" else None
        return Deadline("period", _iso(moment.start), end, before=False, text="", span=phrase.span)
    if phrase.lead == "before":
        return Deadline(moment.kind, None, _iso(moment.start), before=True, text="", span=phrase.span)
    start = (
        None
        if moment.kind == "date" and phrase.lead in ("firm", "until") and not _on_the_day(phrase)
        else _iso(moment.start)
    )
    return Deadline(moment.kind, start, _iso(moment.end), before=False, text="", span=phrase.span)


def _on_the_day(phrase: _Phrase) -> bool:
    return phrase.words.strip().lower().startswith(("vào", "trong", "ngay trong"))


def _without_dates(masked: str) -> Iterator[Deadline]:
    yield from find_rhythms(masked)
    yield from find_triggers(masked)


def _first_or_stretch(found: Sequence[Deadline]) -> Deadline | None:
    """In a time cell the first entry counts; a period that follows a rhythm bounds it."""
    if not found:
        return None
    first = found[0]
    period = next((deadline for deadline in found[1:] if deadline.kind == "period"), None)
    if first.kind == "recurring" and period:
        return replace(first, start=period.start, end=period.end)
    return first


def _placed(deadline: Deadline, text: str, start: int) -> Deadline:
    first, last = deadline.span or (0, 0)
    words = text[first:last]
    first += len(words) - len(words.lstrip(" ,;:(–-"))
    return replace(deadline, text=text[first:last].strip(), span=(start + first, start + last))


def _order(deadline: Deadline) -> int:
    return deadline.span[0] if deadline.span else 0


def _within(span: Span, taken: Sequence[Span]) -> bool:
    return any(first <= span[0] < last or span[0] <= first < span[1] for first, last in taken)


def _iso(day: object) -> str | None:
    return str(day) if day else None
