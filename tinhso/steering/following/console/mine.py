"""``tinhso mine ACCOUNT``: what waits for a person, and the open tasks of his units by when they are due."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.exchange.console.acting import account_named
from tinhso.lib.dates import parse_date, write_date
from tinhso.steering.following.laying import Laid, laid_out
from tinhso.steering.following.led import Due, led_by_due
from tinhso.steering.following.models import Deed
from tinhso.steering.following.waiting import desk_of
from tinhso.steering.programmes.console.words import Parser
from tinhso.steering.programmes.models import Programme, Task

_DUE = {
    Due.OVERDUE: "Đã quá hạn",
    Due.SOON: "Sắp đến hạn",
    Due.LATER: "Về sau",
    Due.UNDATED: "Chưa có ngày",
    Due.STANDING: "Việc thường xuyên",
}


def run(words: list[str]) -> int:
    """The lists of the page; as JSON they are ``tinhso api GET /own-work --by ACCOUNT``."""
    parser = Parser("mine", "Cho xem việc đang chờ một người, và việc đơn vị người đó chủ trì.")
    parser.add_argument("account", metavar="TÊN", help="tên đăng nhập")
    parser.add_argument("--on", metavar="NGÀY", help="tính đến ngày (05/3/2022); mặc định hôm nay")
    asked = parser.parse_args(words)
    account, today = account_named(asked.account), timezone.localdate()
    day = parse_date(asked.on) if asked.on else today
    if day is None:
        parser.error("--on")
    standing(account).require(Verb.READ_PROGRAMMES)
    desk = desk_of(account, day, Programme.objects.visible_to(account, today))
    parts = led_by_due(desk)
    laid = laid_out(desk, [key for part in parts.values() for key in part])
    lines = list(_waiting(laid))
    for due, keys in parts.items():
        lines += _listed(_DUE[due], (_task(laid.tasks[key]) for key in keys))
    print("\n".join(lines or ["Không có việc nào đang chờ."]))
    return 0


def _waiting(laid: Laid) -> Iterator[str]:
    lists: dict[str, Iterable[Deed]] = {
        "Chờ duyệt": (*laid.entries, *laid.extensions, *laid.claims),
        "Chờ xác nhận": laid.to_confirm,
        "Chờ quyết định gia hạn": laid.to_decide,
        "Chờ trả lời": laid.to_answer,
        "Cập nhật bị trả lại": laid.sent_back,
        "Phần việc được giao": laid.to_do,
    }
    for words, deeds in lists.items():
        yield from _listed(words, (f"{deed.task.code}  {deed.who}: {deed.note}".rstrip(": ") for deed in deeds))
    yield from _listed("Báo hoàn thành bị trả lại", (_task(task) for task in laid.came_back))


def _listed(words: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return [f"{words}: {len(found)}", *found] if found else []


def _task(task: Task) -> str:
    return f"{task.code}  {task.text}" + (f"  (hạn {write_date(task.due_on)})" if task.due_on else "")
