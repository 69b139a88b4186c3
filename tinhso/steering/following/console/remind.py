"""``tinhso remind``: what is due or late is told, letters are written; the worker does the same every few minutes."""

from django.utils import timezone

from tinhso.kernel.mail.sending import put_back, send_due
from tinhso.lib.dates import parse_date
from tinhso.steering.following.actions.remind import remind
from tinhso.steering.following.reminding.clock import tell
from tinhso.steering.programmes.console.words import Parser


def run(words: list[str]) -> int:
    """Tell the units; run twice it tells nothing twice."""
    parser = Parser("remind", "Nhắc việc đến hạn, quá hạn, viết thư nhắc; chạy nhiều lần không nhắc hai lần.")
    parser.add_argument("--on", metavar="NGÀY", help="chỉ báo trên trang, tính đến ngày (05/3/2022); mặc định hôm nay")
    parser.add_argument("--send", action="store_true", help="gửi luôn thư đã đến giờ, không đợi tiến trình nền")
    asked = parser.parse_args(words)
    day = parse_date(asked.on) if asked.on else timezone.localdate()
    if day is None:
        parser.error("--on")
    if asked.on:
        print(f"Đã gửi {remind(day)} thông báo mới.")
        return 0
    notices, letters = tell(timezone.now())
    print(f"Đã gửi {notices} thông báo mới, viết {letters} thư.")
    if asked.send:
        put_back(timezone.now())
        print(f"Máy chủ thư đã nhận {send_due(timezone.now())} thư.")
    return 0
