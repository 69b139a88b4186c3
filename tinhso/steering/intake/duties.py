"""Duties: who sends or reports what to whom and when."""

import re
from dataclasses import dataclass

from tinhso.steering.intake.deadlines import read_deadlines
from tinhso.steering.intake.orders import read_order
from tinhso.steering.intake.reading import Deadline, Duty, Frequency, Source
from tinhso.steering.intake.sending import Sending, clauses, find_sendings

_RHYTHM_WORDS: tuple[tuple[Frequency, str], ...] = (
    ("monthly", r"(?:hằng|hàng|mỗi|từng)\s+tháng"),
    (
        "quarterly",
        r"(?:hằng|hàng|mỗi|từng)\s+quý|tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+)?quý|0?3\s+tháng(?:/lần)?|quý/lần",
    ),
    ("half_yearly", r"(?:hằng|hàng|mỗi)\s+6\s+tháng|(?:định\s+kỳ\s+)?(?:0?6|sáu)\s+tháng(?:/lần|\s+một\s+lần)?"),
    ("yearly", r"(?:hằng|hàng|mỗi|từng)\s+năm|(?:của\s+)?năm\s+(?:tiếp\s+theo|sau|kế\s+tiếp)|01\s+năm/lần"),
)
_RHYTHMS = tuple((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for name, words in _RHYTHM_WORDS)
_DUE = re.compile(
    r"""(?:trước|chậm\s+nhất(?:\s+là)?(?:\s+vào)?|muộn\s+nhất|vào|hạn\s+cuối|đến)\s+(?:\d{1,2}[:h]\d{0,2}\s+)?ngày\s+(?P<day>\d{1,2})
    (?:\s*/\s*(?P<m1>\d{1,2})|\s+tháng\s+(?P<m2>\d{1,2}))?(?:\s*/\s*(?P<y1>\d{4})|\s+năm\s+(?P<y2>\d{4}))?
    (?:\s*(?:của\s+)?(?P<rule>tháng\s+cuối\s+(?:của\s+)?(?:mỗi\s+|hằng\s+|hàng\s+)?quý|(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|
    (?:tháng|quý|năm)\s+(?:tiếp\s+theo|sau|kế\s+tiếp)))?
    |trước\s+(?P<day2>\d{1,2})/(?P<m3>\d{1,2})(?:/(?P<y3>\d{4}))?(?:\s+(?:hằng|hàng|mỗi)\s+năm)?""",
    re.IGNORECASE | re.VERBOSE,
)
_WHAT_END = re.compile(
    r"\s+(?:để|trước\s+ngày|trước\s+\d|chậm\s+nhất)(?!\w)|\s*\((?:trước|định kỳ|chậm nhất)|[;/]|\.(?:\s|$)",
    re.IGNORECASE,
)
_LEADING_TIME = re.compile(
    r"(?:(?:định\s+kỳ|hằng|hàng|mỗi|trước|chậm\s+nhất|vào|ngày|tháng|quý|năm|tuần|của|cuối|0?6|sáu|"
    r"\d{1,2}(?:/\d{1,4})*)\s*(?:\([^()]*\)\s*)?[,:]?\s*)+",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:trong\s+quá\s+trình|trong\s+trường\s+hợp|trường\s+hợp|nếu|khi|đồng\s+thời|kịp\s+thời|chủ\s+động|thì|và|"
    r"có\s+trách\s+nhiệm|thường\s+xuyên|"
    r"giao|đề\s+nghị|yêu\s+cầu)(?!\w)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:trong\s+quá\s+trình|trong\s+trường\s+hợp|trường\s+hợp|nếu|khi|quá\s+trình)(?!\w)", re.IGNORECASE
)
_SUMMARY = re.compile(r"tổng\s+hợp(?:\s*,)?\s+(?:kết\s+quả|tình\s+hình|,|và\s+báo\s+cáo|báo\s+cáo)", re.IGNORECASE)
_THEN = re.compile(r"[\s,]*(?:tổng\s+hợp(?:\s*,|\s+và)?\s+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _When:
    """When a report is due: its rhythm, the words, the day and the rule for its month."""

    frequency: Frequency
    due: str | None
    day: int | None
    month_rule: str | None
    before: bool
    deadline: Deadline | None


def read_duties(text: str, start: int, *, owner: tuple[str, ...], year: int | None = None) -> list[Duty]:
    """The duties that ``text`` orders, in order; a duty whose sender is unnamed is the owner's."""
    duties: list[Duty] = []
    sendings = find_sendings(text)
    subject: tuple[str, ...] = ()
    for place, sending in enumerate(sendings):
        opens = place == 0 or sendings[place - 1].clause != sending.clause
        clause = text[slice(*sending.clause)]
        subject = _subject(clause) or (subject if place else _subject(text))
        passed_on = not opens and _is_passed_on(text, sendings[place - 1], sending)
        if not opens and not passed_on:
            continue
        previous = sendings[place - 1].to if passed_on else None
        who = previous or _verbatim(text, subject) or "; ".join(owner) or None
        duties.append(
            _duty(text, start, sending, who=who, first=sending.clause[0] if opens else sending.span[0], year=year)
        )
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


def _subject(clause: str) -> tuple[str, ...]:
    words = clause.lstrip(" -–+")
    leads = read_order(words).leads
    cut = _LEADING_TIME.match(words)
    return leads or (read_order(words[cut.end() :]).leads if cut else ())


def _is_passed_on(text: str, earlier: Sending, later: Sending) -> bool:
    """Whether who gets the first report passes it on ("báo cáo … về Bộ X tổng hợp, báo cáo Thủ tướng")."""
    between = text[earlier.to_end : later.span[0]]
    told = text[later.span[0] : later.span[0] + 9].lower().startswith("tổng hợp") and not between.strip(" ,")
    return earlier.to is not None and earlier.reports and (told or _THEN.fullmatch(between) is not None)


def _duty(text: str, start: int, sending: Sending, *, who: str | None, first: int, year: int | None) -> Duty:
    clause = text[slice(*sending.clause)]
    when = _when(clause, start + sending.clause[0], reports=sending.reports, year=year)
    what = text[sending.span[0] : sending.span[1]]
    end = _WHAT_END.search(what)
    span = (start + first, start + sending.span[1])
    return Duty(
        who=who,
        to=sending.to,
        what=(what[: end.start()] if end else what).strip(" ,.;"),
        frequency=when.frequency,
        due=when.due,
        day=when.day,
        month_rule=when.month_rule,
        before=when.before,
        deadline=when.deadline,
        span=span,
        sources=(Source(span),),
    )


def _when(clause: str, start: int, *, reports: bool, year: int | None) -> _When:
    rhythm = _rhythm(clause)
    frequency, words = rhythm or (None, None)
    match = _DUE.search(clause)
    if match is None:
        occasional: Frequency = "ad_hoc" if reports or _is_occasional(clause) else "once"
        return _When(frequency or occasional, words, None, None, before=False, deadline=None)
    due = match.group().strip()
    before = due.lower().startswith("trước")
    if frequency is None or match["y1"] or match["y2"] or match["y3"]:
        return _When("once", due, None, None, before=before, deadline=_deadline(clause, start, due=due, year=year))
    day = int(match["day"] or match["day2"])
    return _When(frequency, due, day, _month_rule(match, frequency), before=before, deadline=None)


def _rhythm(clause: str) -> tuple[Frequency, str] | None:
    for frequency, pattern in _RHYTHMS:
        match = pattern.search(clause)
        if match:
            return frequency, match.group()
    return None


def _deadline(clause: str, start: int, *, due: str, year: int | None) -> Deadline | None:
    dated = [deadline for deadline in read_deadlines(clause, start, year=year) if deadline.kind == "date"]
    return next(
        (deadline for deadline in dated if deadline.text in due or due in deadline.text), next(iter(dated), None)
    )


def _is_occasional(clause: str) -> bool:
    return (
        re.search(r"kịp thời|vướng mắc|khó khăn|phát sinh|nếu|khi có|đột xuất|chủ động", clause, re.IGNORECASE)
        is not None
    )


def _month_rule(match: re.Match[str], frequency: Frequency) -> str | None:
    rule = (match["rule"] or "").lower()
    if "cuối" in rule or (frequency == "quarterly" and not match["m1"]):
        return "last_of_quarter"
    if frequency == "monthly":
        return "each_month"
    month = match["m1"] or match["m2"] or match["m3"]
    return str(int(month)) if month else None
