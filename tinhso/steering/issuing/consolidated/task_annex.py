"""Annex II: every task with who leads it, its day, how it stands, what was done last and what proves it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from tinhso.kernel.documents.paper.parts import Annex
from tinhso.kernel.documents.paper.words import Column, Grid, Row, Run, Side, said
from tinhso.lib.dates import write_date
from tinhso.lib.text import in_sentence
from tinhso.steering.following.models import ProgressEntry
from tinhso.steering.issuing.consolidated.numbers import sentence
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.facts.heard import Line
from tinhso.steering.issuing.facts.worked import DONE, TaskFact
from tinhso.steering.programmes.models import Deadline

#: Where more units spoke of one task they are counted, and only those with a difficulty are quoted.
MOST = 5
_COLUMNS = (
    Column("TT", 8, Side.CENTRE),
    Column("Nhiệm vụ", 28),
    Column("Cơ quan chủ trì", 15),
    Column("Thời hạn", 10),
    Column("Tình trạng", 12),
    Column("Tình hình thực hiện", 27),
    Column("Minh chứng", 12),
)


def tasks(facts: Facts) -> Annex:
    """Rows by section of the plan."""
    rows: list[Row] = []
    for title, found in groupby(facts.tasks, key=lambda each: each.task.section_title):
        if title:
            rows.append(Row((said(Run(title, bold=True)),), band=True))
        rows += [_row(each) for each in found]
    return Annex("Phụ lục II", "KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ", [Grid(_COLUMNS, rows)], landscape=True)


def _row(fact: TaskFact) -> Row:
    cells = (
        fact.task.code,
        sentence(fact.task.text),
        "; ".join(fact.leads),
        _due(fact),
        _state(fact),
        "; ".join(_told(fact)),
        "; ".join(fact.proofs),
    )
    return Row(tuple(said(cell) for cell in cells))


def _due(fact: TaskFact) -> str:
    task = fact.task
    if task.due_on is None:
        return ""
    if task.due_basis == Deadline.Basis.INFERRED:
        return f"{write_date(task.due_on)} (hết thời gian của kế hoạch)"
    return f"{'trước ' if task.due_before else ''}{write_date(task.due_on)}"


def _state(fact: TaskFact) -> str:
    done = fact.task.completed_on
    return f"{fact.state.label} (ngày {write_date(done)})" if done and fact.state in DONE else fact.state.label


def _told(fact: TaskFact) -> Iterator[str]:
    """How it was done, where it is; else what each unit said, of many how many said what."""
    if fact.completion:
        yield " ".join(fact.completion.split())
        return
    lines = fact.lines
    if len(lines) <= MOST:
        yield from (_said(line, names=len(fact.leads) != 1 or len(lines) > 1) for line in lines)
        return
    counts = Counter(ProgressEntry.Said(line.said) for line in lines)
    told = ", ".join(f"{counts[each]} {in_sentence(each.label)}" for each in ProgressEntry.Said if counts[each])
    yield f"{len(lines)} đơn vị báo cáo: {told}"
    yield from (_said(line, names=True) for line in lines if line.said == ProgressEntry.Said.STUCK and line.note)


def _said(line: Line, *, names: bool) -> str:
    said_, note = ProgressEntry.Said(line.said), " ".join(line.note.split())
    words = f"{said_.label}. {note}" if note else said_.label
    return f"{line.name}: {in_sentence(words)}" if names else words
