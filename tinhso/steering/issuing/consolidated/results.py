"""I. What was reached: indicators by how they stand, tasks by state, what units told of their results."""

from collections.abc import Iterable, Iterator

from tinhso.kernel.documents.paper.words import Block, Heading, Item, Paragraph, Rank, Run, said
from tinhso.lib.dates import write_date, write_long_date
from tinhso.lib.text import in_sentence
from tinhso.steering.figures.verdicts import Verdict
from tinhso.steering.issuing.consolidated.numbers import (
    BEFORE,
    counted,
    of_level,
    of_target,
    of_whole,
    parts,
    sentence,
    target_words,
)
from tinhso.steering.issuing.consolidated.quotes import quoted
from tinhso.steering.issuing.facts.gathered import Facts
from tinhso.steering.issuing.facts.measured import IndicatorFact, TargetFact
from tinhso.steering.issuing.facts.worked import DONE, TaskFact
from tinhso.steering.programmes.states import TaskState

#: Verdict → how a sentence says it of indicators.
_SAID = {
    Verdict.REACHED: "đạt mục tiêu",
    Verdict.REACHED_LATE: "đạt mục tiêu sau thời hạn",
    Verdict.OPEN: "chưa đạt mục tiêu, còn trong thời hạn",
    Verdict.MISSED: "không đạt mục tiêu khi hết thời hạn",
    Verdict.UNKNOWN: "chưa có số liệu",
    Verdict.NOT_BEGUN: "chưa đến ngày tính",
    Verdict.NOT_APPLICABLE: "không áp dụng",
    Verdict.NOT_MEASURED: "không so được bằng số",
}
_OPEN = (TaskState.OPEN_IN_TIME, TaskState.OPEN_OVERDUE, TaskState.OPEN_UNDATED)


def results(facts: Facts) -> Iterator[Block]:
    """The whole section."""
    yield Heading(Rank.ROMAN, "I.", said("KẾT QUẢ THỰC HIỆN"))
    yield Heading(Rank.NUMBER, "1.", said("Kết quả thực hiện các chỉ tiêu"))
    yield from _indicators(facts)
    yield Heading(Rank.NUMBER, "2.", said("Kết quả thực hiện các nhiệm vụ"))
    yield from _tasks(facts)
    yield Heading(Rank.NUMBER, "3.", said("Kết quả do các đơn vị báo cáo"))
    yield from quoted(facts, "results", "kết quả thực hiện")


def _indicators(facts: Facts) -> Iterator[Block]:
    by_verdict = {
        verdict: found
        for verdict in Verdict
        if (found := [each for each in facts.indicators if each.verdict == verdict])
    }
    counts: list[str | Run] = [
        "Kế hoạch có ",
        counted(len(facts.indicators), "indicators", "all"),
        " chỉ tiêu. Tính đến hết ",
        f"{write_long_date(facts.days.now)}: ",
    ]
    for at, (verdict, found) in enumerate(by_verdict.items()):
        counts += ["; " if at else "", counted(len(found), "indicators", verdict.value), f" chỉ tiêu {_SAID[verdict]}"]
    yield Paragraph(said(*counts, " (chi tiết tại Phụ lục I, số liệu của từng đơn vị tại Phụ lục III)."))
    for letter, (verdict, found) in zip("abcdefgh", by_verdict.items(), strict=False):
        yield Heading(Rank.LETTER, f"{letter})", said(f"Chỉ tiêu {_SAID[verdict]}"))
        yield from (Item(_told(each)) for each in found)


def _told(fact: IndicatorFact) -> tuple[Run, ...]:
    """ "Tỷ lệ …: 72,5 % (725/1.000), kỳ trước 70,1 %, mục tiêu ≥ 85 %"."""
    words: list[str | Run] = [f"{fact.indicator.name}: "]
    if not fact.targets:
        words += [of_whole(fact), parts(fact.whole.now, fact.measure)]
    for at, target in enumerate(fact.targets):
        words += ["; " if at else "", *_of_target(fact, target)]
    if len(fact.targets) <= 1 and fact.levels:
        words += [" (", *_levels(fact), ")"]
    return said(*words, ".")


def _of_target(fact: IndicatorFact, target: TargetFact) -> Iterator[str | Run]:
    wanted = target.standing.target
    level = in_sentence(wanted.get_level_display()) + " " if wanted.level else ""
    yield level
    yield of_target(fact, target)
    yield parts(target.course.now, fact.measure)
    if target.course.before.is_known:
        yield ", kỳ trước "
        yield of_target(fact, target, BEFORE)
    yield f", mục tiêu {target_words(wanted)}"
    if target.standing.verdict == Verdict.NOT_BEGUN and wanted.from_on:
        yield f" tính từ ngày {write_date(wanted.from_on)}"


def _levels(fact: IndicatorFact) -> Iterator[str | Run]:
    for at, level in enumerate(fact.levels):
        yield f"{', ' if at else ''}{in_sentence(level.label)} "
        yield of_level(fact, level)


def _tasks(facts: Facts) -> Iterator[Block]:
    by_state = {state: [each for each in facts.tasks if each.state == state] for state in TaskState}
    yield Paragraph(
        said(
            "Kế hoạch giao ",
            counted(len(facts.tasks), "tasks", "all"),
            f" nhiệm vụ. Tính đến hết {write_long_date(facts.days.now)} (chi tiết tại Phụ lục II):",
        )
    )
    yield Item(said(*_sum("Đã hoàn thành", "done", DONE, by_state=by_state)))
    yield Item(said(*_sum("Chưa hoàn thành", "open", _OPEN, by_state=by_state)))
    standing = by_state[TaskState.STANDING]
    yield Item(said("Việc thường xuyên: ", counted(len(standing), "tasks", TaskState.STANDING.value), " nhiệm vụ."))
    yield from _listed(
        "Hoàn thành trong kỳ", [each for each in facts.tasks if each.was_done_in(facts.round)], "hoàn thành trong kỳ"
    )
    yield from _listed("Quá hạn, chưa hoàn thành", by_state[TaskState.OPEN_OVERDUE], "quá hạn mà chưa hoàn thành")


def _sum(
    what: str, name: str, states: tuple[TaskState, ...], *, by_state: dict[TaskState, list[TaskFact]]
) -> Iterator[str | Run]:
    yield f"{what}: "
    yield counted(sum(len(by_state[state]) for state in states), "tasks", name)
    yield " nhiệm vụ ("
    for at, state in enumerate(states):
        yield ", " if at else ""
        yield f"{state.label.partition(', ')[2]} "
        yield counted(len(by_state[state]), "tasks", state.value)
    yield ");" if name == "done" else ")."


def _listed(what: str, tasks: Iterable[TaskFact], none: str) -> Iterator[Block]:
    listed = list(tasks)
    if not listed:
        yield Paragraph(said(f"Không có nhiệm vụ nào {none}."))
        return
    yield Paragraph(said(f"{what}:"))
    for each in listed:
        yield Item(said(f"{sentence(each.task.text)} ({_when(each)}{', '.join(each.leads)})."))


def _when(fact: TaskFact) -> str:
    task = fact.task
    if task.completed_on and fact.state in DONE:
        return f"hoàn thành ngày {write_date(task.completed_on)}; "
    return f"hạn {'trước ' if task.due_before else ''}ngày {write_date(task.due_on)}; " if task.due_on else ""
