"""``tinhso remind``: notices of what is due soon and what has become overdue, for a timer of the operator."""

from django.utils import timezone

from tinhso.lib.dates import parse_date
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.programmes.console.words import Parser


def run(words: list[str]) -> int:
    """Tell the units; run twice it tells nothing twice."""
    parser = Parser("remind", "Nhắc đơn vị việc sắp đến hạn, vừa quá hạn; chạy mỗi ngày một lần.")
    parser.add_argument("--on", metavar="NGÀY", help="tính đến ngày (05/3/2022); mặc định hôm nay")
    asked = parser.parse_args(words)
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    if day is None:
        parser.error("--on")
    print(f"Đã gửi {remind(day)} thông báo mới.")
    return 0
