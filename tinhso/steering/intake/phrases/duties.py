"""Duties: who sends or reports what to whom and when."""

import re
from itertools import islice

from tinhso.steering.intake.phrases.orders import read_order
from tinhso.steering.intake.phrases.report_times import ReportTime, read_report_times
from tinhso.steering.intake.phrases.sending import Sending, clauses, find_sendings
from tinhso.steering.intake.reading import Duty, Source, Span

_WHAT_END = re.compile(
    r"\s+(?:để|trước\s+ngày|trước\s+\d+|chậm\s+nhất)(?!\w)|\s*\((?:trước|định kỳ|chậm nhất)|[;/]|\.(?:\s|$)",
    re.IGNORECASE,
)
_RHYTHM = re.compile(r"\s+(?:theo\s+)?(?:định\s+kỳ|hằng|hàng|mỗi)(?!\w)", re.IGNORECASE)
_LEADING_TIME = re.compile(
    r"(?:(?:định\s+kỳ|hằng|hàng|mỗi|trước|chậm\s+nhất|vào|ngày|tháng|quý|năm|tuần|của|cuối|0?6|sáu|"
    r"\d{1,2}(?:/\d{1,4})*)\s*(?:\([^()]*\)\s*)?[,:]?\s*)+",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:trong\s+quá\s+trình|trong\s+trường\s+hợp|trường\s+hợp|nếu|khi|đồng\s+thời|kịp\s+thời|chủ\s+động|thì|và|"
    r"có\s+trách\s+nhiệm|thường\s+xuyên|nghiêm\s+túc|nghiêm|"
    r"giao|đề\s+nghị|yêu\s+cầu)(?!\w)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:trong\s+quá\s+trình|trong\s+trường\s+hợp|trường\s+hợp|nếu|khi|quá\s+trình)(?!\w)", re.IGNORECASE
)
#: A condition has no more commas than these.
_COMMAS = 8
_SUMMARY = re.compile(r"tổng\s+hợp(?:\s*,)?\s+(?:kết\s+quả|tình\s+hình|,|và\s+báo\s+cáo|báo\s+cáo)", re.IGNORECASE)
_THEN = re.compile(r"[\s,]*(?:tổng\s+hợp(?:\s*,|\s+và)?\s+)$", re.IGNORECASE)


def read_duties(text: str, start: int, *, owner: tuple[str, ...], year: int | None = None) -> list[Duty]:
    """The duties that ``text`` orders, in order; a duty whose sender is unnamed is the owner's."""
    duties: list[Duty] = []
    sendings = find_sendings(text)
    subject: tuple[str, ...] = ()
    for place, sending in enumerate(sendings):
        opens = place == 0 or sendings[place - 1].clause != sending.clause
        clause = text[slice(*sending.clause)]
        subject = _subject(clause, sending.span[0] - sending.clause[0]) or (
            subject if place else _subject(text, sending.span[0])
        )
        passed_on = not opens and _is_passed_on(text, sendings[place - 1], sending)
        if not opens and not passed_on:
            continue
        previous = sendings[place - 1].to if passed_on else None
        who = previous or _verbatim(text, subject) or "; ".join(owner) or None
        first = sending.clause[0] if opens else sending.span[0]
        times = read_report_times(clause, start + sending.clause[0], reports=sending.reports, year=year)
        what = _what(text, sending, several=len(times) > 1)
        duties += [
            _duty(sending, time, who=who, what=what, span=(start + first, start + sending.span[1])) for time in times
        ]
    return duties


def _verbatim(text: str, names: tuple[str, ...]) -> str | None:
    """The names as they stand together in ``text``."""
    first = text.find(names[0]) if names else -1
    last = text.find(names[-1], first) if first >= 0 else -1
    return text[first : last + len(names[-1])] if last >= 0 else None


def only_reports(text: str) -> bool:
    """Whether ``text`` orders nothing but reports."""
    found = {sending.clause: sending for sending in find_sendings(text)}
    spans = [span for span in clauses(text) if text[slice(*span)].strip(" ./;,")]
    return bool(found) and all(span in found and _opens_with_report(text, found[span]) for span in spans)


def _opens_with_report(text: str, sending: Sending) -> bool:
    """Whether a clause comes to its report without another order in front of it."""
    clause = text[slice(*sending.clause)].lstrip(" -–+")
    if _CONDITION.match(clause):
        return True
    order = read_order(clause)
    words = clause[order.offset :].lstrip(" ,:") if order.offset else clause
    while words:
        cut = _LEADING_TIME.match(words) or _ADVERBIAL.match(words)
        if cut is None:
            break
        words = words[cut.end() :].lstrip(" ,:")
    if "tham mưu" in words[:40].lower():
        return False
    return (
        bool(_SUMMARY.match(words))
        or bool(find_sendings(words) and find_sendings(words)[0].span[0] == 0)
        or _names_sender(words)
    )


def _names_sender(words: str) -> bool:
    """ "các bộ, ngành … báo cáo kết quả": a body in front of the report that the time in front of it hid."""
    order = read_order(words)
    behind = words[order.offset :].lstrip(" ,:") if order.offset else ""
    found = find_sendings(behind)
    return bool(found) and found[0].span[0] == 0


def _subject(clause: str, until: int) -> tuple[str, ...]:
    """Who acts in a clause whose report stands at ``until``: named at its opening or behind a condition."""
    words = clause.lstrip(" -–+")
    if _CONDITION.match(words):
        parts = islice(re.finditer(r",\s+", clause[:until]), _COMMAS)
        return next((leads for part in parts if (leads := read_order(clause[part.end() :]).leads)), ())
    leads = read_order(words).leads
    cut = _LEADING_TIME.match(words)
    return leads or (read_order(words[cut.end() :]).leads if cut else ())


def _is_passed_on(text: str, earlier: Sending, later: Sending) -> bool:
    """Whether who gets the first report passes it on ("báo cáo … về Bộ X tổng hợp, báo cáo Thủ tướng")."""
    between = text[earlier.to_end : later.span[0]]
    told = text[later.span[0] : later.span[0] + 9].lower().startswith("tổng hợp") and not between.strip(" ,")
    return earlier.to is not None and earlier.reports and (told or _THEN.fullmatch(between) is not None)


def _what(text: str, sending: Sending, *, several: bool) -> str:
    """The words of the report up to its time; with several times no rhythm stays in them."""
    words = text[slice(*sending.span)]
    ends = [match.start() for pattern in (_WHAT_END, _RHYTHM)[: 1 + several] if (match := pattern.search(words))]
    return words[: min(ends, default=len(words))].strip(" ,.;")


def _duty(sending: Sending, time: ReportTime, *, who: str | None, what: str, span: Span) -> Duty:
    place = time.span or span
    return Duty(
        who=who,
        to=sending.to,
        what=what,
        frequency=time.frequency,
        due=time.due,
        day=time.day,
        month_rule=time.month_rule,
        before=time.before,
        deadline=time.deadline,
        span=place,
        sources=(Source(place),),
    )
