"""Measures: what an aim measures, the thresholds it sets for it, and the amounts inside tasks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tinhso.steering.intake.phrases.aim_names import EXCLUSION, name_aim
from tinhso.steering.intake.phrases.amounts import Amount, find_amounts
from tinhso.steering.intake.phrases.horizons import aim_moments, days_of, leading_moment, moments_of_each
from tinhso.steering.intake.phrases.levels import counted_level, level_in, level_phrase
from tinhso.steering.intake.phrases.moments import Moment
from tinhso.steering.intake.phrases.pieces import core_words, cut_quantities
from tinhso.steering.intake.phrases.thresholds import LONGEST, PARENTHESIS, SENTENCE, find_thresholds
from tinhso.steering.intake.reading import Level, Quantity, Span, Target

_YEARLY = re.compile(r"(?<!\w)(?:mỗi năm|hằng năm|hàng năm|bình quân năm|mỗi năm đạt)(?!\w)", re.IGNORECASE)
#: "02 lớp tập huấn/năm": the noun goes on before the rhythm.
_EVERY_YEAR = re.compile(r"(?:\s+[^\W\d_]+){1,4}\s?/\s?năm(?!\w)", re.IGNORECASE)
_STAGE_WORDS = re.compile(r"(?:\s|,|^)(?:kể từ|từ|đến|trước|vào|trong|hết|cuối)*\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aim:
    """One measured quantity of a text with its thresholds. ``span`` covers its words."""

    span: Span
    name: str
    targets: tuple[Target, ...]
    exclusions: tuple[str, ...]


def read_aims(text: str, start: int, *, inherited_by: str | None = None) -> list[Aim]:
    """The measured quantities of ``text`` in order; a day named for the whole sentence holds for each of them."""
    thresholds = find_thresholds(text)
    spans = cut_quantities(text, thresholds)
    opening = leading_moment(text, thresholds)
    aims: list[Aim] = []
    for place, (first, last) in enumerate(spans):
        shared = (opening if place else None) or _from_behind(text, spans, place)
        targets = _targets(text[first:last], start + first, inherited_by=inherited_by, shared=shared)
        if targets:
            _add(aims, _aim(text[first:last], start + first, targets))
    return aims


def _aim(text: str, start: int, targets: list[Target]) -> Aim:
    return Aim((start, start + len(text)), aim_name(text, start), tuple(targets), tuple(read_exclusions(text, start)))


def read_targets(text: str, start: int, *, inherited_by: str | None, table_unit: str | None = None) -> list[Target]:
    """The thresholds that ``text`` sets for one quantity. ``inherited_by`` is the day a heading above sets;
    ``table_unit`` the unit of a table's column, in whose cells bare numbers count."""
    if table_unit is None:
        return _targets(text, start, inherited_by=inherited_by, shared=None)
    amounts = find_amounts(text, cell_unit=table_unit)
    return [_target(amount, text, start, days=(inherited_by, None), window=("", "")) for amount in amounts[:1]]


def is_measured(text: str) -> bool:
    """Whether ``text`` sets a threshold for something."""
    return bool(find_thresholds(text))


def aim_name(text: str, start: int) -> str:
    """The measured quantity in the words of ``text``: without thresholds, their times and what they leave out."""
    return name_aim(text)


def read_quantities(text: str, start: int) -> list[Quantity]:
    """The amounts inside a task ("khoảng 50 doanh nghiệp", "02 trường THCS")."""
    return [
        Quantity(
            value=amount.value,
            value_to=amount.value_to,
            unit=amount.unit,
            comparator=amount.comparator if amount.bound else "=",
            text=text[slice(*amount.span)].strip(),
            span=(start + amount.span[0], start + amount.span[1]),
        )
        for amount in find_amounts(text[:LONGEST])
    ]


def read_exclusions(text: str, start: int) -> list[str]:
    """What an aim leaves out ("trừ văn bản mật theo quy định của pháp luật"), as written."""
    return [(match["inner"] or match["open"].lstrip(" ,")).strip() for match in EXCLUSION.finditer(text)]


def _from_behind(text: str, spans: Sequence[Span], place: int) -> Moment | None:
    """The time of the part joined behind, for a part that has none ("A đạt 90% và B đạt 80% vào năm 2025")."""
    if place + 1 == len(spans) or re.search(r"[;.\n]", text[spans[place][1] : spans[place + 1][0]]):
        return None
    return next(iter(aim_moments(text[slice(*spans[place + 1])])), None)


def _add(aims: list[Aim], aim: Aim) -> None:
    """Put the aim to the list; a later stage of a quantity named before gives it its targets."""
    for place, other in enumerate(aims):
        if _is_later_stage(other, aim):
            aims[place] = replace(other, targets=(*other.targets, *aim.targets))
            return
    aims.append(aim)


def _is_later_stage(earlier: Aim, later: Aim) -> bool:
    names = [core_words(SENTENCE.split(aim.name)[0]) for aim in (earlier, later)]
    same_unit = earlier.targets[0].unit == later.targets[0].unit
    return bool(names[1]) and names[1] <= names[0] and same_unit and earlier.targets[-1].by != later.targets[0].by


def _targets(text: str, start: int, *, inherited_by: str | None, shared: Moment | None) -> list[Target]:
    thresholds = find_thresholds(text)
    if not thresholds:
        return []
    staged = _parenthesised_stages(text, thresholds, start)
    if staged:
        return staged
    moments = moments_of_each(thresholds, text)
    windows = _windows(text, thresholds)
    targets = []
    for place, amount in enumerate(thresholds):
        by, since = days_of(moments[place] or ([shared] if shared else []), text)
        days = (by or (None if since else inherited_by), since)
        targets.append(_target(amount, text, start, days=days, window=windows[place]))
    return targets


def _target(
    amount: Amount, text: str, start: int, *, days: tuple[str | None, str | None], window: tuple[str, str]
) -> Target:
    first, last = amount.span
    each_year = (
        amount.per_year
        or _EVERY_YEAR.match(window[1]) is not None
        or _YEARLY.search(f"{window[0]} {text[first:last]} {window[1]}") is not None
    )
    unit = amount.unit
    if each_year and unit and not unit.endswith("/năm"):
        unit = f"{unit}/năm"
    level, scope = _level(amount, text, window)
    return Target(
        value=amount.value,
        value_to=amount.value_to,
        unit=unit,
        comparator=amount.comparator,
        by=days[0],
        from_=days[1],
        each_year=each_year,
        level=level,
        scope=scope,
        text=text[first:last].strip(),
        span=(start + first, start + last),
    )


def _windows(text: str, thresholds: Sequence[Amount]) -> list[tuple[str, str]]:
    """The words in front of and behind each threshold; those in front are left out where the first one has no level
    in front ("80% hồ sơ tại cấp tỉnh, 60% hồ sơ tại cấp xã": the words behind belong to it)."""
    edges = [0, *(amount.span[1] for amount in thresholds)]
    starts = [*(amount.span[0] for amount in thresholds), len(text)]
    windows = [
        (text[edges[place] : starts[place]], text[edges[place + 1] : starts[place + 1]])
        for place in range(len(thresholds))
    ]
    named_behind = len(thresholds) > 1 and level_in(windows[0][0]) is None and level_in(windows[0][1]) is not None
    return [("", behind) if named_behind else (front, behind) for front, behind in windows]


def _level(amount: Amount, text: str, window: tuple[str, str]) -> tuple[Level | None, str | None]:
    """The level of the units that a threshold measures, and the words that say so."""
    counted = counted_level(text[amount.span[1] : amount.span[1] + 80]) if amount.is_percent else None
    if counted:
        return counted, None
    for words in window:
        level = level_in(words)
        if level or level_phrase(words):
            return level, level_phrase(words)
    return None, None


def _parenthesised_stages(text: str, thresholds: Sequence[Amount], start: int) -> list[Target]:
    """One value with several stages in parentheses ("100% (đối với A từ ngày 01/6/2022; đối với B từ ngày …)")."""
    for match in PARENTHESIS.finditer(text):
        parts = [part.strip() for part in match.group()[1:-1].split(";")]
        days = [days_of(aim_moments(part), part) for part in parts]
        if len(parts) > 1 and len(thresholds) == 1 and all(by or since for by, since in days):
            return [_stage(thresholds[0], part, text=text, start=start) for part in parts]
    return []


def _stage(amount: Amount, part: str, *, text: str, start: int) -> Target:
    moments = aim_moments(part)
    target = _target(amount, text, start, days=days_of(moments, part), window=("", ""))
    before, behind = part[: moments[0].span[0]], part[moments[0].span[1] :]
    scope = _STAGE_WORDS.sub("", before).strip(" ,") or behind.strip(" ,")
    return replace(target, level=level_in(scope), scope=scope or None)
