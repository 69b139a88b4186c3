"""Findings: what to settle in a plan before it is signed, each with its place."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tinhso.steering.intake.layout.markers import LETTERS
from tinhso.steering.intake.layout.outline import Node
from tinhso.steering.intake.layout.sheet import Sheet
from tinhso.steering.intake.phrases.wordforms import code_variants, word_variants
from tinhso.steering.intake.reading import Finding, Header, Indicator, Reference, Span, Task


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the checks look at."""

    sheet: Sheet
    root: Node
    header: Header
    indicators: tuple[Indicator, ...]
    tasks: tuple[Task, ...]
    references: tuple[Reference, ...]
    has_indicator_table: bool


def find(evidence: Evidence) -> tuple[Finding, ...]:
    """All findings in the order of the text."""
    found = [finding for check in _CHECKS for finding in check(evidence)]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.kind)))


_DUE_MAY_COME = 3
"""From how many pieces of one section on a shared fault is told once for the section."""


_MANY = 8
"""From how many tasks on a fault that most tasks share is told once for the text."""


def _no_owner(evidence: Evidence) -> Iterator[Finding]:
    lacking = [task for task in evidence.tasks if not task.leads]
    yield from _by_section("no_owner", lacking, "chưa ghi cơ quan chủ trì", among=len(evidence.tasks))


def _no_date(evidence: Evidence) -> Iterator[Finding]:
    parents = {task.parent for task in evidence.tasks}
    lacking = [t for t in evidence.tasks if not _is_dated(t) and not t.standing and t.code not in parents]
    yield from _by_section("no_date", lacking, "chưa ghi thời hạn hoàn thành", among=len(evidence.tasks))


def _is_dated(task: Task) -> bool:
    return task.deadline is not None or any(product.deadline for product in task.deliverables)


#: Orders that begin with these verbs often name an effort and no result.
_EFFORT = re.compile(
    r"(?:(?:thường xuyên|tiếp tục|chủ động),?\s+)*(?:đẩy mạnh|tăng cường|nâng cao|quan tâm|chú trọng|thúc đẩy|"
    r"khuyến khích|tạo điều kiện|quán triệt|phát huy)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:ban hành|quyết định|quy chế|kế hoạch|đề án|dự án|nghị quyết|quy định|hệ thống|nền tảng|"
    r"phần mềm|cơ sở dữ liệu|csdl|báo cáo|mỗi|tất cả|hội nghị|lớp|khóa|tài liệu|trung tâm|cổng|ứng dụng|quy trình|"
    r"\d)",
    re.IGNORECASE,
)


def _no_product(evidence: Evidence) -> Iterator[Finding]:
    lacking = [
        t
        for t in evidence.tasks
        if not t.deliverables and not t.standing and _EFFORT.match(t.text) and not _RESULT.search(t.text)
    ]
    fault = "chưa nêu sản phẩm hoặc kết quả phải đạt"
    yield from _by_section("no_product", lacking, fault, among=len(evidence.tasks))


def _by_section(kind: str, tasks: list[Task], fault: str, *, among: int) -> Iterator[Finding]:
    """One finding for the whole text when most tasks lack it, else one for each section, or for each of few tasks."""
    if len(tasks) >= _MANY and len(tasks) * 2 >= among:
        message = f"{len(tasks)} trên {among} nhiệm vụ của văn bản {fault}."
        yield Finding(kind, message, tasks[0].code, tasks[0].span)
        return
    sections: dict[str | None, list[Task]] = defaultdict(list)
    for task in tasks:
        sections[task.section].append(task)
    for section, lacking in sections.items():
        if len(lacking) < _DUE_MAY_COME:
            yield from (Finding(kind, f"Nhiệm vụ {task.code} {fault}.", task.code, task.span) for task in lacking)
        else:
            where = f"Phần “{section}”" if section else "Văn bản"
            codes = ", ".join(task.code for task in lacking[:6]) + ("…" if len(lacking) > 6 else "")
            yield Finding(
                kind, f"{where} có {len(lacking)} nhiệm vụ {fault}: {codes}.", lacking[0].code, lacking[0].span
            )


def _no_unit(evidence: Evidence) -> Iterator[Finding]:
    for indicator in evidence.indicators:
        for target in indicator.targets:
            if not target.unit:
                yield Finding(
                    "target_without_unit",
                    f"Chỉ tiêu {indicator.code} có mục tiêu chưa ghi đơn vị tính.",
                    indicator.code,
                    target.span,
                )


def _one_sided(evidence: Evidence) -> Iterator[Finding]:
    if not evidence.has_indicator_table:
        return
    bodied = any(source.table is None for i in evidence.indicators for source in i.sources)
    for indicator in evidence.indicators:
        tabled = {source.table is not None for source in indicator.sources}
        if tabled == {False}:
            yield Finding(
                "missing_in_appendix",
                f"Chỉ tiêu {indicator.code} có trong phần lời nhưng không có trong phụ lục.",
                indicator.code,
                indicator.span,
            )
        if tabled == {True} and bodied:
            yield Finding(
                "missing_in_body",
                f"Chỉ tiêu {indicator.code} có trong phụ lục nhưng không có trong phần lời.",
                indicator.code,
                indicator.span,
            )


_OWN = re.compile(
    r"(?:kèm theo|ban hành kèm theo)\s*(?P<kind>Kế hoạch|Quyết định|Chương trình|Thông báo|Công văn|"
    r"Chỉ thị)\s+số\s*(?P<number>\d*)\s*/\s*(?P<symbol>[\w-]+)",
    re.IGNORECASE,
)


def _symbol_clash(evidence: Evidence) -> Iterator[Finding]:
    own = evidence.header.symbol
    if not own:
        return
    for match in _OWN.finditer(evidence.sheet.text):
        same_kind = (evidence.header.kind or "").lower() == match["kind"].lower()
        if same_kind and match["symbol"].lower() != own.lower() and match["number"] in ("", evidence.header.number):
            message = f"Ký hiệu “{match['symbol']}” khác ký hiệu “{own}” ở đầu văn bản."
            yield Finding("symbol_clash", message, None, match.span())


def _reference_spelling(evidence: Evidence) -> Iterator[Finding]:
    known: dict[tuple[str, str], Reference] = {}
    for reference in evidence.references:
        number, _, symbol = (reference.number or "").partition("/")
        if not re.search(r"[^\W\d]", symbol) or not number.strip():
            continue
        key = (number.strip(), reference.date or symbol[:2])
        first = known.setdefault(key, reference)
        other = (first.number or "").partition("/")[2]
        if other.lower() != symbol.lower() and _alike(other.lower(), symbol.lower()):
            message = f"Cùng một văn bản được viết hai cách: “{first.number}” và “{reference.number}”."
            yield Finding("reference_spelling", message, None, reference.span)


def _alike(one: str, other: str) -> bool:
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    return abs(len(one) - len(other)) <= 2 and shared >= min(len(one), len(other)) - 3 and one[:2] == other[:2]


def _numbering(evidence: Evidence) -> Iterator[Finding]:
    for node in evidence.root.walk():
        last: dict[str, Node] = {}
        for child in node.children:
            if child.marker is None or not child.marker.value:
                continue
            before = last.get(child.style)
            last[child.style] = child
            if (
                before is not None
                and before.marker
                and not _is_next(before.marker.value, child.marker.value, child.style)
            ):
                message = f"Thứ tự đánh số không liền: sau “{before.marker.label}” là “{child.marker.label}”."
                yield Finding("numbering", message, child.code or None, _head(child))


def _is_next(last: int, value: int, style: str) -> bool:
    if value == last + 1:
        return True
    skipped = LETTERS[last : value - 1]
    return style.startswith("letter") and 0 < len(skipped) <= 2 and set(skipped) <= set("fjwzđ")


def _stray_bullet(evidence: Evidence) -> Iterator[Finding]:
    for node in evidence.root.walk():
        words = evidence.sheet.text[node.span[0] : node.start]
        if node.marker and not node.is_bullet and re.match(r"\s*[-–+•]\s*\w", words):
            yield Finding(
                "stray_bullet", f"Thừa dấu đầu dòng trước “{node.marker.label})”.", node.code or None, _head(node)
            )


def _head(node: Node) -> Span:
    return node.span[0], min(node.span[1], node.start + 40)


def _broken(evidence: Evidence) -> Iterator[Finding]:
    for line in evidence.sheet.lines:
        if line.broken:
            yield Finding(
                "broken_sentence", "Câu bị ngắt giữa chừng bởi dòng trống (có thể do sang trang).", None, line.span
            )


def _spelling(evidence: Evidence) -> Iterator[Finding]:
    for variant in (*word_variants(evidence.sheet.text), *code_variants(evidence.sheet.text)):
        message = f"“{variant.written}” có thể là “{variant.usual}” (viết khác ở {variant.count} chỗ trong văn bản)."
        yield Finding("spelling", message, None, variant.span)


_CHECKS = (
    _no_owner,
    _no_date,
    _no_product,
    _no_unit,
    _one_sided,
    _symbol_clash,
    _reference_spelling,
    _numbering,
    _stray_bullet,
    _broken,
    _spelling,
)
