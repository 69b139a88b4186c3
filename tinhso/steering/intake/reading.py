"""What the reader found in a document: items, each tied to its words. Field names are public."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""Start and end (exclusive) in ``Reading.text``, counted in characters."""

Comparator = Literal[">=", ">", "<=", "<", "=", "~"]
Level = Literal["province", "district", "commune"]
DeadlineKind = Literal["date", "month", "quarter", "year", "period", "relative", "event", "recurring", "standing"]
Frequency = Literal["once", "monthly", "quarterly", "half_yearly", "yearly", "ad_hoc"]


@dataclass(frozen=True, slots=True)
class Source:
    """One place of the document that states an item; a table's place also names table and row (from 0)."""

    span: Span
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date as far as the document gives it; a missing part is None."""

    day: int | None
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Signer:
    authority: str | None
    post: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """The frame's facts (Nghị định 30/2020/NĐ-CP, Phụ lục I). What the document does not give is None."""

    parent_body: str | None = None
    body: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: DocumentDate | None = None
    kind: str | None = None
    subject: str | None = None
    signer: Signer | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A document cited: kind ("Quyết định"), number as written ("27/QĐ-TTg"), ISO date, issuer, subject."""

    text: str
    kind: str | None
    number: str | None
    date: str | None
    issuer: str | None
    subject: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due. ``start`` and ``end`` are ISO dates, ``end`` the last day named; ``before`` is true
    for "trước ngày D". ``interval`` names the rhythm of a recurring one (monthly, quarterly, half_yearly, yearly)."""

    kind: DeadlineKind
    start: str | None
    end: str | None
    before: bool
    text: str
    interval: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount inside a task ("khoảng 50 doanh nghiệp"): it stays with the task and is no target."""

    value: float
    value_to: float | None
    unit: str | None
    comparator: Comparator
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """A threshold of an indicator. ``value`` in ``unit``; ``by`` and ``from_`` are ISO dates (JSON: "from")."""

    value: float
    value_to: float | None
    unit: str | None
    comparator: Comparator
    by: str | None
    from_: str | None
    each_year: bool
    level: Level | None
    scope: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured quantity with its targets. ``code`` is section and order ("II.7")."""

    code: str
    section: str | None
    name: str
    text: str
    targets: tuple[Target, ...]
    watchers: tuple[str, ...]
    leads: tuple[str, ...]
    cooperators: tuple[str, ...]
    exclusions: tuple[str, ...]
    span: Span
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """An aim without a number."""

    code: str | None
    section: str | None
    text: str
    span: Span
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A product named inside a task, with its own deadline when it has one."""

    text: str
    deadline: Deadline | None
    span: Span
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """An order to somebody. ``parent`` is the code of the parent task; ``standing`` marks a duty without an end."""

    code: str
    section: str | None
    text: str
    leads: tuple[str, ...]
    cooperators: tuple[str, ...]
    deadline: Deadline | None
    deliverables: tuple[Deliverable, ...]
    references: tuple[Reference, ...]
    quantities: tuple[Quantity, ...]
    parent: str | None
    standing: bool
    span: Span
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """Who sends what to whom and when. ``month_rule``: "last_of_quarter", "each_month" or a month number as text."""

    who: str | None
    to: str | None
    what: str
    frequency: Frequency
    due: str | None
    day: int | None
    month_rule: str | None
    before: bool
    deadline: Deadline | None
    span: Span
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A sentence that gives tasks named elsewhere to a body ("chủ trì các nhiệm vụ tại mục IV.4.3")."""

    who: tuple[str, ...]
    role: Literal["lead", "cooperator", "watcher"]
    targets: tuple[str, ...]
    """Codes of the headings or tasks referred to, as written ("IV.4.3")."""
    text: str
    span: Span
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form defined in the text: "thủ tục hành chính (TTHC)"."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading or title. ``code`` is its whole path ("II.1.a"), ``level`` its depth from 1, ``owner``
    the names that it hands down."""

    code: str
    label: str | None
    text: str
    level: int
    role: str
    parent: str | None
    owner: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to settle before signing. ``kind`` is stable ("no_owner"), ``message`` one Vietnamese sentence,
    ``item`` the code of the item concerned."""

    kind: str
    message: str
    item: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Unplaced:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """A recognised part of the frame: "header", "signature", "recipients", "page_number", "running_head",
    "table_header", "note", "appendix_title"."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader found. ``coverage`` is the share of non-blank characters of ``text`` that lie in an
    item, a heading, the frame or ``unplaced`` (always 1.0: nothing is lost)."""

    header: Header
    legal_bases: tuple[Reference, ...]
    objectives: tuple[Objective, ...]
    indicators: tuple[Indicator, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    assignments: tuple[Assignment, ...]
    recipients: tuple[Recipient, ...]
    abbreviations: tuple[Abbreviation, ...]
    headings: tuple[Heading, ...]
    findings: tuple[Finding, ...]
    unplaced: tuple[Unplaced, ...]
    frame: tuple[Furniture, ...]
    coverage: float
    text: str
    notes: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The public form: plain lists and dicts, ``from_`` written as ``from``. See ``reading.schema.json``."""
        return {name: _plain(value) for name, value in asdict(self).items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 - walks any JSON value
    if isinstance(value, dict):
        return {("from" if name == "from_" else name): _plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value
