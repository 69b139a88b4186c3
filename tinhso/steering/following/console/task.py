"""``tinhso task PROGRAMME CODE``: one task as it stands, or an entry of progress."""

import json
from datetime import date
from typing import Any, ClassVar

from django.utils import timezone

from tinhso.kernel.exchange.console.acting import in_name_of
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.errors import TinhsoError
from tinhso.steering.following.actions.report_progress import Progress, report_progress
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.models import Completion, Deed, ProgressEntry
from tinhso.steering.following.naming import names_of_time
from tinhso.steering.programmes.console.programme import find_programme
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.programmes.models import Task


class NoSuchTask(TinhsoError):
    """The programme has no task of this code."""

    code: ClassVar[str] = "no_such_task"
    status: ClassVar[int] = 404
    sentence = "Chương trình không có nhiệm vụ mã “{task}”."


def run(words: list[str]) -> int:
    """Print the task, or write an entry and print the task then."""
    parser = Parser("task", "Cho xem một nhiệm vụ, hoặc ghi cập nhật tiến độ.")
    parser.add_argument("programme", metavar="CHƯƠNG_TRÌNH", help="mã chương trình")
    parser.add_argument("task", metavar="MÃ", help="mã nhiệm vụ")
    parser.add_argument("--said", choices=ProgressEntry.Said.values, help="ghi cập nhật với tình hình này")
    parser.add_argument("--note", default="", metavar="LỜI", help="đã làm được gì")
    parser.add_argument("--share", type=int, metavar="SỐ", help="mức hoàn thành, %%")
    parser.add_argument("--on", metavar="NGÀY", help="tính đến ngày; mặc định hôm nay")
    parser.add_argument("--as", dest="account", metavar="TÊN", help="tên đăng nhập của người ghi; cần khi ghi")
    parser.add_argument("--json", action="store_true", help="in JSON")
    asked = parser.parse_args(words)
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    if day is None or bool(asked.said) != bool(asked.account):
        parser.error("--on, --said, --as")
    task = _find(asked.programme, asked.task)
    if asked.said:
        progress = Progress(said=asked.said, note=asked.note, share=asked.share, day=day)
        with in_name_of(asked.account, "task") as account:
            report_progress(task, progress, Hand(account))
    whole = _whole(task)
    print(json.dumps(whole, ensure_ascii=False, indent=2) if asked.json else _text(whole))
    return 0


def _find(programme: str, code: str) -> Task:
    found = Task.objects.current().filter(programme=find_programme(programme), code=code).first()
    if found is None:
        raise NoSuchTask(task=code)
    return found


def _whole(task: Task) -> dict[str, Any]:
    claim = Completion.objects.current().filter(task=task).first()
    deeds = list(Deed.objects.about_task(task).select_related("account", "in_name_of"))
    names = names_of_time((deed.unit_id, deed.day) for deed in deeds)
    return {
        "code": task.code,
        "text": task.text,
        "due_on": task.due_on.isoformat() if task.due_on else None,
        "completed_on": task.completed_on.isoformat() if task.completed_on else None,
        "completion": claim.state if claim else None,
        "deeds": [_deed(deed, names.get((deed.unit_id or 0, deed.day), "")) for deed in deeds],
    }


def _deed(deed: Deed, unit: str) -> dict[str, Any]:
    return {
        "kind": deed.kind,
        "day": deed.day.isoformat(),
        "by": deed.account.username,
        "in_name_of": deed.in_name_of.username if deed.in_name_of else None,
        "unit": unit,
        "words": str(deed.get_kind_display()),
        "note": deed.note,
    }


def _text(whole: dict[str, Any]) -> str:
    head = f"{whole['code']}  {whole['text']}"
    due, done = _day(whole["due_on"]) or "không có", _day(whole["completed_on"])
    state = f"Hạn: {due}" + (f", hoàn thành {done}" if done else "")
    lines = [
        f"  {_day(deed['day'])}  {deed['words']} — {_who(deed)}{', ' + deed['unit'] if deed['unit'] else ''}"
        + (f": {deed['note']}" if deed["note"] else "")
        for deed in whole["deeds"]
    ]
    return "\n".join([head, state, *(lines or ["  Chưa có cập nhật nào."])])


def _who(deed: dict[str, Any]) -> str:
    return f"{deed['by']} thay mặt {deed['in_name_of']}" if deed["in_name_of"] else str(deed["by"])


def _day(written: str | None) -> str:
    return write_date(date.fromisoformat(written)) if written else ""
