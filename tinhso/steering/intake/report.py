"""The report: a reading as a table for the command line."""

from collections.abc import Iterable, Iterator, Sequence

from tinhso.steering.intake.reading import Deadline, Finding, Header, Reading, Target, Task

#: Names of the levels in Vietnamese.
LEVELS = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}
_COMPARATORS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "~": "khoảng"}


def table(reading: Reading) -> str:
    """The reading as readable text: facts of the frame, indicators, tasks, duties, what was not placed."""
    notes = "\n".join(reading.notes)
    parts = [notes, _header(reading.header), _indicators(reading), _tasks(reading), _duties(reading), _rest(reading)]
    return "\n\n".join(part for part in parts if part)


def findings(reading: Reading) -> str:
    """What to settle before signing, a line each; one sentence when there is nothing."""
    if not reading.findings:
        return "Không thấy điều gì cần sửa trước khi ký."
    lines = [_finding(reading.text, finding) for finding in reading.findings]
    return "\n".join([f"{len(lines)} điều cần xem trước khi ký:", *lines])


def _finding(text: str, finding: Finding) -> str:
    line = text.count("\n", 0, finding.span[0]) + 1
    return f"- [{finding.kind}] đoạn {line}: {finding.message}"


def _header(header: Header) -> str:
    date = header.date
    day = (
        "/".join("…" if part is None else str(part) for part in (date.day, date.month, date.year))
        if date
        else "chưa rõ"
    )
    symbol = f"{header.number or '…'}/{header.symbol or '…'}"
    rows = [
        f"{header.kind or 'Văn bản'} số {symbol}, ngày {day}",
        f"Cơ quan ban hành: {header.body or 'chưa rõ'}",
        f"Trích yếu: {header.subject or 'chưa rõ'}",
    ]
    return "\n".join(rows)


def _indicators(reading: Reading) -> str:
    if not reading.indicators:
        return "Không có chỉ tiêu."
    count = sum(len(indicator.targets) for indicator in reading.indicators)
    rows = [
        (
            i.code,
            _short(i.name, 70),
            "; ".join(map(target_words, i.targets)),
            _short("; ".join(i.watchers or i.leads), 40),
        )
        for i in reading.indicators
    ]
    return f"CHỈ TIÊU: {len(reading.indicators)} chỉ tiêu, {count} mục tiêu\n" + _grid(
        ("Mã", "Chỉ tiêu", "Mục tiêu", "Theo dõi / chủ trì"), rows
    )


def target_words(target: Target) -> str:
    """A target in few words: "> 90 % (cấp tỉnh) đến 31/12/2030"."""
    value = _number(target.value) + (f"–{_number(target.value_to)}" if target.value_to is not None else "")
    words = f"{_COMPARATORS[target.comparator]} {value} {target.unit or ''}".strip()
    words += f" ({LEVELS[target.level]})" if target.level else ""
    words += f" từ {_day(target.from_)}" if target.from_ else ""
    return words + (f" đến {_day(target.by)}" if target.by else "")


def _number(value: float) -> str:
    whole, _, part = f"{value:,.6f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", ".") + (f",{part}" if part else "")


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month if int(month) < 3 else int(month)}/{year}"


def _tasks(reading: Reading) -> str:
    if not reading.tasks:
        return "Không có nhiệm vụ."
    leaves = len(reading.tasks) - len({task.parent for task in reading.tasks if task.parent})
    rows = [(t.code, _short(t.text, 70), _short("; ".join(t.leads), 40), _due(t)) for t in reading.tasks]
    return f"NHIỆM VỤ: {len(reading.tasks)} dòng, {leaves} việc\n" + _grid(
        ("Mã", "Nhiệm vụ", "Chủ trì", "Thời hạn"), rows
    )


def _due(task: Task) -> str:
    if task.deadline is not None:
        return _short(task.deadline.text, 30)
    dated: Iterable[Deadline | None] = (product.deadline for product in task.deliverables)
    count = sum(deadline is not None for deadline in dated)
    return f"{count} sản phẩm có hạn" if count else ""


def _duties(reading: Reading) -> str:
    if not reading.duties:
        return ""
    rows = [
        (_short(d.who or "chưa rõ", 40), _short(d.what, 60), _short(d.to or "", 30), _short(d.due or "", 34))
        for d in reading.duties
    ]
    return f"CHẾ ĐỘ BÁO CÁO: {len(rows)}\n" + _grid(("Ai", "Việc", "Gửi", "Khi nào"), rows)


def _rest(reading: Reading) -> str:
    counts = {
        "Căn cứ": len(reading.legal_bases),
        "Mục tiêu không có số": len(reading.objectives),
        "Giao việc theo mục": len(reading.assignments),
        "Đoạn chưa xếp được": len(reading.unplaced),
        "Điều cần xem trước khi ký": len(reading.findings),
    }
    return " · ".join(f"{name}: {count}" for name, count in counts.items())


def _short(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"


def _grid(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[place]) for row in (titles, *rows)) for place in range(len(titles))]
    return "\n".join(_lines(titles, rows, widths))


def _lines(titles: Sequence[str], rows: Sequence[Sequence[str]], widths: list[int]) -> Iterator[str]:
    for row in (titles, tuple("─" * width for width in widths), *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
