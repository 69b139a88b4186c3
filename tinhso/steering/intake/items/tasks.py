"""Tasks: the orders of a plan's body, each with its owners, its time and its products."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tinhso.steering.intake.items.indicators import is_aim
from tinhso.steering.intake.items.products import joined_products, listed_products
from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.layout.zones import Zone
from tinhso.steering.intake.phrases.attributes import Attribute, AttributeLine, read_attribute
from tinhso.steering.intake.phrases.deadlines import choose_deadline, read_deadlines, read_time_cell
from tinhso.steering.intake.phrases.lexicon import OPENING_PREDICATE
from tinhso.steering.intake.phrases.names import is_firm, split_names
from tinhso.steering.intake.phrases.orders import (
    is_order,
    names_in_cell,
    opens_with_body,
    owner_heading,
    read_order,
    whole_name,
)
from tinhso.steering.intake.reading import Deadline, Deliverable, Source, Span


@dataclass(slots=True)
class TaskDraft:
    """A task while it is being put together."""

    code: str
    section: str | None
    text: str
    span: Span
    leads: tuple[str, ...] = ()
    cooperators: tuple[str, ...] = ()
    watchers: tuple[str, ...] = ()
    deadline: Deadline | None = None
    deliverables: tuple[Deliverable, ...] = ()
    parent: "TaskDraft | None" = None
    standing: bool = False
    own_lead: bool = False
    own_cooperators: tuple[str, ...] = ()
    sources: list[Source] = field(default_factory=list)
    path: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a piece takes from above: owners, a time, the section's title, the parent task."""

    leads: tuple[str, ...] = ()
    cooperators: tuple[str, ...] = ()
    deadline: Deadline | None = None
    section: str | None = None
    parent: TaskDraft | None = None
    year: int | None = None
    lined: bool = False
    """Whether the owners come from an owner line ("Cơ quan chủ trì: …"), which outweighs a general subject."""


_TASK_ZONES = frozenset({Zone.TASKS, Zone.ORGANISATION, Zone.REPORTING})
_ORIENTATION = re.compile(
    r"(?:sau(?:\s+đây)?|như sau|cụ thể|bao gồm|gồm|các nội dung|các nhiệm vụ|các giải pháp|trọng tâm|"
    r"yêu cầu)\s*(?:\([^)]*\))?\s*:?\s*$",
    re.IGNORECASE,
)
_FUNDING = re.compile(
    r"(?:ưu tiên\s+)?(?:bố trí|đảm bảo|bảo đảm|cân đối)\s+(?:đủ\s+|kịp thời\s+)?(?:nguồn\s+)?(?:ngân sách|"
    r"kinh phí|vốn)(?!\w)|(?:nguồn\s+)?kinh phí(?!\w)|nguồn vốn|ngân sách",
    re.IGNORECASE,
)
_POST_SUBJECT = re.compile(r"(?:người đứng đầu|thủ trưởng|giám đốc|chủ tịch|bí thư|chánh)", re.IGNORECASE)
_FORMULA = re.compile(
    r"(?:.{0,400}\s)?chịu trách nhiệm thi hành\s+(?:Quyết định|Nghị quyết) này[./;\s]*$|"
    r"(?:.{0,80}\s)?(?:xin\s+)?thông báo (?:để|đến|cho)\s.{0,120}(?:biết|thực hiện)[./;\s]*$|trên đây là",
    re.IGNORECASE | re.DOTALL,
)
_NOTE = re.compile(r"^\(.*\)[.\s]*$", re.DOTALL)


def collect_tasks(
    root: Node, zones: dict[int, Zone], *, year: int | None, addressed: tuple[str, ...] = ()
) -> list[TaskDraft]:
    """The tasks of the body in reading order; ``addressed`` are those whom the document as a whole orders."""
    drafts: list[TaskDraft] = []
    stack = [(root, Context(leads=addressed, year=year))]
    while stack:
        node, context = stack.pop()
        below = _enter(node, context, zones=zones, drafts=drafts)
        stack.extend(reversed(below))
    return drafts


def _enter(
    node: Node, context: Context, *, zones: dict[int, Zone], drafts: list[TaskDraft]
) -> list[tuple[Node, Context]]:
    """Draft what the piece itself orders; the pieces below with what they take from it."""
    zone = zones[id(node)]
    if zone in _TASK_ZONES and node.parent is not None:
        context = _own(node, context, drafts, firm=zone is Zone.ORGANISATION)
    elif node.parent is not None and node.children and not node.is_bullet:
        context = replace(context, section=_title(node) or context.section)
    below: list[tuple[Node, Context]] = []
    if zone in _TASK_ZONES and are_nouns(node):
        return below
    for items, attributes in runs(node):
        inner = apply_attributes(context, attributes)
        below += [(item, inner if zones[id(item)] in _TASK_ZONES else context) for item in items]
    return below


def _own(node: Node, context: Context, drafts: list[TaskDraft], *, firm: bool) -> Context:
    """Draft the piece as a task when it is one; the context of what stands below it."""
    owner = owner_heading(node.text)
    if owner is not None and (node.children or not node.text.endswith(".")) and (firm or is_firm(node.text)):
        return replace(context, leads=owner.leads, cooperators=owner.cooperators)
    named = whole_name(node.text) if firm and any(child.marker for child in node.children) else ()
    if named:
        return replace(context, leads=named, cooperators=())
    if is_group(node):
        return _hand_down(node, context)
    draft = _draft(node, context)
    if draft is None:
        return context
    drafts.append(draft)
    if not _pieces_below(node):
        return replace(context, leads=draft.leads, cooperators=draft.cooperators) if draft.own_lead else context
    return replace(context, parent=draft, leads=draft.leads, cooperators=draft.cooperators)


def _hand_down(node: Node, context: Context) -> Context:
    """A title names the section of what stands below it; an introducing sentence may name who acts."""
    order = read_order(node.text) if node.opens_list else None
    if order is not None and order.subject and order.leads != ("Nhà nước",):
        return replace(context, leads=order.leads, cooperators=order.cooperators or context.cooperators)
    return replace(context, section=_title(node) or context.section)


def _title(node: Node) -> str | None:
    return node.text.strip(" .:") if node.marker and not node.is_bullet else None


def runs(node: Node) -> Iterator[tuple[list[Node], list[AttributeLine]]]:
    """The pieces under ``node`` with the attribute lines that describe them: attributes follow what they describe;
    those that stand alone under a heading describe the heading, and a numbered one describes all."""
    common = [a for child in node.children if child.marker and not child.is_bullet for a in attributes_of(child)]
    items: list[Node] = []
    attributes: list[AttributeLine] = []
    for child in node.children:
        found = attributes_of(child)
        if not found or (child.marker and not child.is_bullet):
            if attributes and not found:
                yield items, [*common, *attributes]
                items, attributes = [], []
            items += [] if found else [child]
            continue
        attributes += found
        if found[0].kind is Attribute.CONTENT:
            items += child.children
        else:
            yield _orders_below(child), []
    yield items, [*common, *attributes]


def attributes_of(node: Node) -> list[AttributeLine]:
    """The attribute that a piece states, its value gathered from the pieces below it when they list it."""
    attribute = read_attribute(node.text)
    if attribute is None:
        return []
    if attribute.kind in (Attribute.LEAD, Attribute.COOPERATOR) and not attribute.value:
        return [AttributeLine(attribute.kind, child.text, child.start) for child in node.children if _names_only(child)]
    return [replace(attribute, offset=node.start + attribute.offset)]


def _names_only(node: Node) -> bool:
    order = read_order(node.text)
    return not (order.subject and order.rest) or order.rest.startswith("chủ trì")


def _orders_below(child: Node) -> list[Node]:
    """The bodies under an owner or time line that get an order of their own there."""
    attribute = read_attribute(child.text)
    if attribute is None or attribute.value:
        return []
    return [piece for piece in child.children if not _names_only(piece)]


def apply_attributes(context: Context, attributes: list[AttributeLine]) -> Context:
    """The context with what attribute lines say put in."""
    leads: tuple[str, ...] = ()
    cooperators: tuple[str, ...] = ()
    for attribute in attributes:
        if attribute.kind is Attribute.LEAD:
            order = names_in_cell(attribute.value)
            leads += order.leads
            cooperators += order.cooperators
        elif attribute.kind is Attribute.COOPERATOR:
            cooperators += split_names(attribute.value)
        elif attribute.kind is Attribute.TIME:
            context = replace(context, deadline=read_time_cell(attribute.value, attribute.offset, year=context.year))
    return replace(
        context,
        leads=tuple(dict.fromkeys(leads)) or context.leads,
        cooperators=tuple(dict.fromkeys(cooperators)) or context.cooperators,
        lined=bool(leads),
    )


def is_group(node: Node) -> bool:
    """A heading that only names what stands below it, or a paragraph that only introduces a list."""
    below = _pieces_below(node)
    if not below and not node.tables:
        return _content(node) is None and (_is_bare_title(node) or _introduces(node) or _states(node))
    if are_nouns(node):
        return False
    if node.marker is None:
        owned = node.parent is not None and owner_heading(node.parent.text) is not None
        return not owned or _ORIENTATION.search(node.text) is not None or not is_order(node.text)
    if node.is_bullet:
        return (
            not node.opens_list
            or not is_order(node.text)
            or (_ORIENTATION.search(node.text) is not None and len(node.text) < 100)
        )
    if _only_plain(node) and _is_finished(node) and is_order(node.text):
        return False
    return not (read_order(node.text).subject and len(node.text) > 60)


def _introduces(node: Node) -> bool:
    """The first paragraph under a heading that goes on with a list says what the list is about."""
    above = node.parent
    if node.marker is not None or above is None or above.children[0] is not node or owner_heading(above.text):
        return False
    return any(child.marker is not None and not attributes_of(child) for child in above.children)


_STATEMENT = re.compile(r"[^.;:]{0,90}?\s(?:bao gồm|gồm|là|như một|đã|đang|vẫn|chiếm)\s")


def _states(node: Node) -> bool:
    """A sentence that describes and orders nothing."""
    return _STATEMENT.match(node.text) is not None and not is_order(node.text)


def _is_finished(node: Node) -> bool:
    """Whether a piece is a sentence of its own, so that a paragraph behind it is a further piece."""
    deep = node.style.startswith(("letter", "paren", "decimal2", "decimal3"))
    return len(node.text) > 150 or (deep and len(node.text) > 60 and node.text.rstrip().endswith((".", ";")))


def _only_plain(node: Node) -> bool:
    return all(child.marker is None for child in node.children)


def _pieces_below(node: Node) -> list[Node]:
    return [child for child in node.children if not attributes_of(child) or _lists_content(child)]


def _lists_content(node: Node) -> bool:
    attribute = read_attribute(node.text)
    return attribute is not None and attribute.kind is Attribute.CONTENT and bool(node.children)


def _is_bare_title(node: Node) -> bool:
    if _NOTE.match(node.text) or _FORMULA.match(node.text):
        return True
    if node.marker is None:
        return not is_order(node.text)
    if node.style in ("roman", "capital", "title", "phần", "chương", "mục", "điều"):
        return not is_order(node.text) or len(node.text) < 60
    return len(node.text) < 12


def _draft(node: Node, context: Context) -> TaskDraft | None:
    content = _content(node)
    text, start = content if content else (node.text, node.start)
    if not text or read_attribute(node.text) is not None or is_aim(text):
        return None
    order = read_order(text)
    own = text[order.offset :].strip()
    if not re.search(r"\w", own) or (not order.subject and not context.leads and _FUNDING.match(own)):
        return None
    start += text.index(own, order.offset)
    found = read_deadlines(own, start, year=context.year)
    chosen = choose_deadline(found)
    inner = _described(node)
    if are_nouns(node):
        inner += [
            a for child in node.children for a in _described(child) if a.kind in (Attribute.LEAD, Attribute.COOPERATOR)
        ]
    context = apply_attributes(context, inner) if inner else context
    draft = TaskDraft(node.code, context.section, own, (start, start + len(own)), path=node.code)
    draft.leads = _leads(order.leads, context, inner)
    draft.cooperators = order.cooperators or context.cooperators
    draft.own_lead = order.subject
    draft.own_cooperators = order.cooperators
    draft.deadline = context.deadline or chosen
    draft.deliverables = (
        listed_products(own, start, found, year=context.year)
        or _noun_pieces(node, context)
        or joined_products(own, start, found, year=context.year)
    )
    if draft.deliverables and any(d.deadline for d in draft.deliverables):
        draft.deadline = None if draft.deadline in found or draft.deadline is None else draft.deadline
    draft.standing = is_standing(draft)
    draft.parent = context.parent
    draft.sources = [Source((node.span[0], start + len(own)))]
    return draft


def _described(node: Node) -> list[AttributeLine]:
    """The attribute lines that describe a piece itself."""
    return [attribute for items, attributes in runs(node) if not items for attribute in attributes]


#: To keep a thing going has no end, whether or not the plan says "thường xuyên".
KEEPING = re.compile(
    r"(?:tiếp tục\s+)?duy trì(?!\w)|(?:quản trị,?\s+)?vận hành (?:tốt|ổn định|thông suốt)", re.IGNORECASE
)


def is_standing(draft: TaskDraft) -> bool:
    """Whether a task has no end: the plan says so, or it orders to keep a thing going and sets no day."""
    if draft.deadline is not None:
        return draft.deadline.kind == "standing"
    return KEEPING.match(draft.text) is not None and not any(product.deadline for product in draft.deliverables)


def _leads(own: tuple[str, ...], context: Context, attributes: list[AttributeLine]) -> tuple[str, ...]:
    lined = context.lined or any(a.kind is Attribute.LEAD for a in attributes)
    if lined and context.leads and not (own and _POST_SUBJECT.match(own[0])):
        return context.leads
    return own or context.leads


def _content(node: Node) -> tuple[str, int] | None:
    """The words of a "Nội dung: …" line under a heading that only numbers the activity."""
    for child in node.children:
        attribute = read_attribute(child.text)
        if attribute and attribute.kind is Attribute.CONTENT and attribute.value and not child.children:
            start = child.start + attribute.offset
            return attribute.value, start + child.text[attribute.offset :].index(attribute.value)
    return None


def _noun_pieces(node: Node, context: Context) -> tuple[Deliverable, ...]:
    """Pieces below an order that name things and order nothing are its products."""
    if not are_nouns(node):
        return ()
    return tuple(_noun_product(child, context) for child in node.children if not attributes_of(child))


def _noun_product(child: Node, context: Context) -> Deliverable:
    times = [a for a in _described(child) if a.kind is Attribute.TIME]
    own = choose_deadline(read_deadlines(child.text, child.start, year=context.year))
    due = read_time_cell(times[0].value, times[0].offset, year=context.year) if times else own
    return Deliverable(child.text.rstrip(" ;.,"), due, (child.start, child.start + len(child.text.rstrip(" ;.,"))))


def are_nouns(node: Node) -> bool:
    """Whether the pieces below an order are noun phrases: things to make, not further orders."""
    pieces = [child for child in node.children if not attributes_of(child)]
    if (
        len(pieces) < 2
        or not is_order(node.text)
        or any(c.marker is None or _pieces_below(c) or len(c.text) < 15 for c in pieces)
    ):
        return False
    return not any(OPENING_PREDICATE.match(p.text) or opens_with_body(p.text) or is_order(p.text) for p in pieces)
