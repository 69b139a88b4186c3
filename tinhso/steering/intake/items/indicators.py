"""Indicators: the measured aims of a plan, in its body and its appendix, one for each quantity."""

import re
from dataclasses import dataclass, field, replace

from tinhso.steering.intake.items.columns import Column
from tinhso.steering.intake.items.tables import Row, Table
from tinhso.steering.intake.layout.likeness import pair_up, words_of
from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.layout.sheet import Cell
from tinhso.steering.intake.layout.zones import Zone
from tinhso.steering.intake.phrases.measures import Aim, is_measured, read_aims, read_targets
from tinhso.steering.intake.phrases.moments import find_moments
from tinhso.steering.intake.phrases.names import split_names
from tinhso.steering.intake.reading import Indicator, Objective, Source, Span, Target

#: From which likeness of names an appendix row states an aim of the body.
SAME_AIM = 0.62


@dataclass(slots=True)
class AimDraft:
    """An indicator while it is being put together."""

    section: str | None
    name: str
    text: str
    span: Span
    targets: list[Target]
    watchers: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    cooperators: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    sources: list[Source] = field(default_factory=list)
    label: str = ""


_LABEL = re.compile(r"(?:chỉ tiêu|mục tiêu)\s+\d+(?:\.\d+)*\s*[:.]\s*", re.IGNORECASE)


def collect_aims(root: Node, zones: dict[int, Zone]) -> tuple[list[AimDraft], list[Objective]]:
    """The indicators and the aims without a number that the body states."""
    aims: list[AimDraft] = []
    objectives: list[Objective] = []
    for node in root.walk():
        zone = zones[id(node)]
        if node.parent is None:
            continue
        if not _may_aim(node, zone):
            aims += _striven_for(node) if zone is Zone.TASKS else []
            continue
        if _is_heading(node):
            continue
        found = _read(node, _inherited(node))
        aims += found
        if not found and zone is Zone.GOALS:
            objectives.append(Objective(node.code or None, _section(node), node.text, node.span, (Source(node.span),)))
    return aims, objectives


_WITHIN = re.compile(
    r"(?<!\w)phấn đấu(?!\w)(?=[^.;]{0,120}\s(?:năm|quý|tháng)\s)[^.;]{0,160}?\d[\d,.]*\s?%[^.;]*", re.IGNORECASE
)


def _striven_for(node: Node) -> list[AimDraft]:
    """The aim that an order names beside what it orders ("…, phấn đấu đến năm 2026 có 90% …")."""
    clause = _WITHIN.search(node.text)
    if clause is None or clause.start() == 0:
        return []
    start = node.start + clause.start()
    aims = read_aims(clause.group(), start, inherited_by=None)
    return [_aim(aim, node.text[aim.span[0] - node.start : aim.span[1] - node.start], _section(node)) for aim in aims]


def _may_aim(node: Node, zone: Zone) -> bool:
    """Aims stand under the aims; among tasks and purposes only a piece that says by when or strives for a share."""
    if zone is Zone.PURPOSE:
        return _STRIVES.search(node.text) is not None or _SHARE_FIRST.match(node.text) is not None
    return zone is Zone.GOALS or (zone is Zone.TASKS and is_aim(node.text))


_STRIVES = re.compile(r"(?:phấn đấu|đến\s+(?:hết|cuối)?\s*năm)[^.;]{0,120}\d\s?%", re.IGNORECASE)
_SHARE_FIRST = re.compile(
    r"(?:phấn đấu\s+)?(?:có\s+|đạt\s+)?(?:tối thiểu\s+|ít nhất\s+|trên\s+|khoảng\s+)?\d[\d,.]*\s?%\s", re.IGNORECASE
)
_STRIVING = re.compile(r"phấn đấu(?!\w)[^.;]{0,200}\d", re.IGNORECASE)
_AIM = re.compile(
    r"(?:đến|vào|trong)\s+(?:hết\s+|cuối\s+)?(?:năm|quý|"
    r"tháng)\s[^,;.]{4,20},?\s*(?:phấn đấu\s+)?(?:đạt\s+|có\s+)?(?:tối thiểu\s+|ít nhất\s+|trên\s+|"
    r"khoảng\s+)?\d[\d,.]*\s?%",
    re.IGNORECASE,
)


def is_aim(text: str) -> bool:
    """Whether a piece among tasks states an aim: a day and a percentage to reach, and no order."""
    return _AIM.match(text) is not None or (_STRIVING.match(text) is not None and is_measured(text))


def _is_heading(node: Node) -> bool:
    if any(child.marker is not None for child in node.children):
        return node.opens_list or not is_measured(node.text) or len(node.text) < 90
    return not node.text.rstrip().endswith((".", ";")) and not is_measured(node.text) and len(node.text) < 60


def _section(node: Node) -> str | None:
    heading = next((n for n in node.ancestors() if n.marker and not n.is_bullet), None)
    return heading.text.strip(" .:") if heading else None


def _inherited(node: Node) -> str | None:
    """The day that a heading above sets for all its aims ("đến năm 2030", "Giai đoạn 2028-2030")."""
    for above in node.ancestors():
        day = last_day(above.text) if above.marker or _SETS_DAY.search(above.text) else None
        if day is not None:
            return day
    return None


#: A sentence that introduces aims dates them only when it says until when; "trong năm 2022" tells of the year's work.
_SETS_DAY = re.compile(r"(?:đến|giai đoạn|phấn đấu)(?!\w)", re.IGNORECASE)


def _read(node: Node, by: str | None) -> list[AimDraft]:
    label = _LABEL.match(node.text)
    cut = label.end() if label else 0
    text, start = node.text[cut:], node.start + cut
    if not is_measured(text):
        return []
    section = _section(node)
    drafts = [
        _aim(aim, text[aim.span[0] - start : aim.span[1] - start], section)
        for aim in read_aims(text, start, inherited_by=by)
    ]
    for draft, following in zip(drafts, [*drafts[1:], None], strict=True):
        first = node.span[0] if draft is drafts[0] else draft.span[0]
        draft.sources = [Source((first, following.span[0] if following else node.span[1]))]
    return drafts


def _aim(aim: Aim, text: str, section: str | None) -> AimDraft:
    return AimDraft(
        section, aim.name, text, aim.span, list(aim.targets), exclusions=aim.exclusions, sources=[Source(aim.span)]
    )


_OUTLOOK = re.compile(r"(?:tầm nhìn|định hướng)(?:\s+đến)?\s*(?:năm\s*)?$", re.IGNORECASE)


def last_day(text: str) -> str | None:
    """The last day of the time that a title names ("đến năm 2030", "Giai đoạn 2028-2030"), None when it names none."""
    for moment in find_moments(text, year=None):
        if moment.end is not None and not _OUTLOOK.search(text, 0, moment.span[0]):
            return moment.end.isoformat()
    return None


def collect_aim_rows(table: Table) -> tuple[list[AimDraft], list[Row]]:
    """The indicators of an appendix table's rows and its title rows."""
    aims: list[AimDraft] = []
    titles: list[Row] = []
    section: str | None = None
    stem, by = "", None
    for row in table.rows:
        cell = row.item
        if row.group or cell is None:
            title = cell.text if cell else row.line.text
            by = last_day(title) or (by if row.label.count(".") else None)
            section, stem = title.strip(" .:"), row.label
            titles.append(row)
            continue
        aims += _row_aims(row, cell, section=section, stem=stem, by=by)
    return aims, titles


def _row_aims(row: Row, cell: Cell, *, section: str | None, stem: str, by: str | None) -> list[AimDraft]:
    text = re.sub(r"^[-–+•*]\s*", "", cell.text.strip())
    start = cell.start + cell.text.index(text)
    aims = read_aims(text, start, inherited_by=by)
    targets = _row_targets(row, by)
    if not targets and not aims:
        return []
    draft = _aim(aims[0], text, section) if aims else AimDraft(section, text, text, (start, start + len(text)), [])
    draft.span, draft.targets = (start, start + len(text)), targets or [t for aim in aims for t in aim.targets]
    draft.watchers = split_names(row.text(Column.WATCHER))
    draft.leads = split_names(row.text(Column.LEAD))
    draft.cooperators = split_names(row.text(Column.COOPERATOR))
    draft.sources = [Source(row.span, row.line.table, row.line.row)]
    draft.label = f"{stem}.{row.label}".strip(".") if row.label else ""
    return [draft]


#: In a ranking the smaller number is the better one.
_RANK = re.compile(r"(?:thứ\s+)?hạng|thứ", re.IGNORECASE)


def _row_targets(row: Row, by: str | None) -> list[Target]:
    unit = row.text(Column.UNIT)
    targets: list[Target] = []
    for title, cell in row.values:
        day = last_day(title) or by
        for target in read_targets(cell.text, cell.start, inherited_by=day, table_unit=unit or None):
            ranks = _RANK.match(unit) is not None and target.comparator == ">="
            targets.append(replace(target, comparator="<=") if ranks else target)
    return targets


def merge_aims(body: list[AimDraft], rows: list[AimDraft]) -> list[AimDraft]:
    """Body and appendix together; an aim repeated for another stage gives its target to the first."""
    body, rows = _fold_repeats(body), _fold_repeats(rows)
    pairs = pair_up([_words(d) for d in body], [_words(d) for d in rows], least=SAME_AIM)
    for place, other in pairs.items():
        _join(body[place], rows[other])
    used = set(pairs.values())
    return [*body, *(row for place, row in enumerate(rows) if place not in used)]


def _words(draft: AimDraft) -> tuple[str, ...]:
    common = {"ty", "le", "ti", "dat", "toi", "thieu", "it", "nhat", "tren", "phan", "dau"}
    return tuple(word for word in words_of(draft.text) if word not in common and not word.isdigit())


def _fold_repeats(drafts: list[AimDraft]) -> list[AimDraft]:
    kept: list[AimDraft] = []
    first: dict[tuple[str, ...], AimDraft] = {}
    for draft in drafts:
        words = _words(draft)
        same = first.get(words)
        if same is not None and {t.by for t in same.targets}.isdisjoint(t.by for t in draft.targets):
            same.targets += draft.targets
            same.sources += draft.sources
            continue
        first.setdefault(words, draft)
        kept.append(draft)
    return kept


def _join(draft: AimDraft, row: AimDraft) -> None:
    draft.watchers = row.watchers or draft.watchers
    draft.leads = row.leads or draft.leads
    draft.cooperators = row.cooperators or draft.cooperators
    draft.exclusions = draft.exclusions or row.exclusions
    draft.label = row.label
    draft.targets += _later_stages(draft.targets, row.targets)
    draft.sources += row.sources


def _later_stages(told: list[Target], rows: list[Target]) -> list[Target]:
    """The targets of an appendix row for days that the body does not name, when both are dated and measure alike."""
    days, units = [target.by or "" for target in told], {(target.unit or "").lower() for target in told}
    if "" in days or len(rows) < 2:
        return []
    return [target for target in rows if (target.by or "") > max(days) and (target.unit or "").lower() in units]


def as_indicators(drafts: list[AimDraft]) -> tuple[Indicator, ...]:
    """The finished indicators, coded by section and order ("II.7")."""
    sections: dict[str | None, int] = {}
    counts: dict[str | None, int] = {}
    taken: set[str] = set()
    finished = []
    for draft in drafts:
        number = sections.setdefault(draft.section, len(sections) + 1)
        counts[draft.section] = counts.get(draft.section, 0) + 1
        code = f"{_roman(number)}.{counts[draft.section]}"
        while code in taken:
            code += "'"
        taken.add(code)
        finished.append(_indicator(draft, code))
    return tuple(finished)


def _indicator(draft: AimDraft, code: str) -> Indicator:
    return Indicator(
        code=code,
        section=draft.section,
        name=draft.name,
        text=draft.text,
        targets=tuple(draft.targets),
        watchers=draft.watchers,
        leads=draft.leads,
        cooperators=draft.cooperators,
        exclusions=draft.exclusions,
        span=draft.span,
        sources=tuple(draft.sources),
    )


def _roman(number: int) -> str:
    written = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            written, number = written + sign, number - value
    return written
