"""``tinhso programme [CODE]``: the programmes, or one as it stands on a day."""

import json
from datetime import date
from typing import Any

from django.utils import timezone

from tinhso.lib.dates import parse_date, write_date
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.programmes.counts import by_section, by_state
from tinhso.steering.programmes.fetching import listed_indicators
from tinhso.steering.programmes.models import Deadline, Indicator, Programme, Target, Task
from tinhso.steering.programmes.refusals import NoSuchProgramme
from tinhso.steering.programmes.states import TaskState

#: How many of the next due tasks are shown.
_NEXT = 10
_SHORT = 90


def run(words: list[str]) -> int:
    """Print as text or JSON."""
    parser = Parser("programme", "Liệt kê các chương trình, hoặc cho xem một chương trình.")
    parser.add_argument("code", metavar="MÃ", nargs="?", help="mã chương trình; bỏ trống để liệt kê")
    parser.add_argument("--json", action="store_true", help="in JSON")
    parser.add_argument("--on", metavar="NGÀY", help="tính đến ngày (05/3/2022); mặc định hôm nay")
    asked = parser.parse_args(words)
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    if day is None:
        parser.error("--on")
    if asked.code is None:
        rows = [_summary(programme) for programme in Programme.objects.all()]
        print(_as_json(rows) if asked.json else _list(rows))
        return 0
    whole = _whole(find_programme(asked.code), day)
    print(_as_json(whole) if asked.json else _text(whole))
    return 0


def find_programme(code: str) -> Programme:
    """The programme of this code. Raises NoSuchProgramme."""
    programme = Programme.objects.select_related("document", "coordinating_unit").filter(code=code).first()
    if programme is None:
        raise NoSuchProgramme(programme=code)
    return programme


def _summary(programme: Programme) -> dict[str, Any]:
    return {
        "code": programme.code,
        "name": programme.name,
        "starts_on": programme.starts_on.isoformat(),
        "ends_on": programme.ends_on.isoformat(),
        "state": programme.state,
        "indicators": programme.indicators.filter(withdrawn_at=None).count(),
        "tasks": programme.tasks.filter(withdrawn_at=None).count(),
    }


def _whole(programme: Programme, day: date) -> dict[str, Any]:
    tasks = Task.objects.filter(programme=programme).current()
    indicators = Indicator.objects.filter(programme=programme).current().in_document_order()
    states = by_state(tasks, day)
    return {
        **_summary(programme),
        "on": day.isoformat(),
        "document": programme.document.title,
        "coordinating_unit": programme.coordinating_unit.key if programme.coordinating_unit else None,
        "states": {state.value: count for state, count in states.items()},
        "sections": [{"title": section.title, "tasks": section.total} for section in by_section(tasks, day)],
        "indicator_list": [_indicator(indicator) for indicator in listed_indicators(indicators)],
        "next_due": [_due(task) for task in tasks.next_due(day)[:_NEXT]],
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    people = indicator.assignments.all()
    return {
        "code": indicator.code,
        "name": indicator.name,
        "targets": [_target(target) for target in indicator.targets.all()],
        "watchers": [person.wording for person in people if person.role == person.Role.WATCHER],
    }


def _target(target: Target) -> str:
    limits = target.conditions()
    return f"{target.written()} ({limits})" if limits else target.written()


def _due(task: Task) -> dict[str, Any]:
    due = task.due_on.isoformat() if task.due_on else None
    return {"code": task.code, "due_on": due, "basis": task.due_basis, "text": task.text}


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _list(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "Chưa có chương trình nào. Lập bằng: tinhso start TỆP"
    width = max(len(row["code"]) for row in rows)
    return "\n".join(
        f"{row['code']:<{width}}  {row['indicators']:>4} chỉ tiêu  {row['tasks']:>5} nhiệm vụ  {row['name']}"
        for row in rows
    )


def _text(whole: dict[str, Any]) -> str:
    return "\n\n".join(
        (
            f"{whole['name']}\nMã {whole['code']}, từ {_day(whole['starts_on'])} đến {_day(whole['ends_on'])}",
            "\n".join([f"Chỉ tiêu ({whole['indicators']}):", *map(_indicator_line, whole["indicator_list"])]),
            "\n".join([f"Nhiệm vụ ({whole['tasks']}), tính đến {_day(whole['on'])}:", *_state_lines(whole["states"])]),
            "\n".join(["Sắp đến hạn:", *(map(_due_line, whole["next_due"]) if whole["next_due"] else ["  không có"])]),
        )
    )


def _indicator_line(indicator: dict[str, Any]) -> str:
    targets, watchers = "; ".join(indicator["targets"]), "; ".join(indicator["watchers"]) or "chưa giao"
    return f"  {indicator['code']:<7} {indicator['name']}: {targets} — theo dõi: {watchers}"


def _state_lines(states: dict[str, int]) -> list[str]:
    return [f"  {count:>5}  {TaskState(state).label}" for state, count in states.items() if count]


def _due_line(task: dict[str, Any]) -> str:
    inferred = " (suy ra)" if task["basis"] == Deadline.Basis.INFERRED else ""
    text = task["text"] if len(task["text"]) <= _SHORT else f"{task['text'][:_SHORT]}…"
    return f"  {_day(task['due_on'])}{inferred}  {task['code']}  {text}"


def _day(written: str) -> str:
    return write_date(date.fromisoformat(written))
