"""``tinhso webhook``: who is told of what happens, and how the deliveries went."""

import argparse
from typing import ClassVar

from tinhso.kernel.audit.origin import acting
from tinhso.kernel.exchange import subscribing
from tinhso.kernel.exchange.console.acting import account_named
from tinhso.kernel.exchange.events import EVENTS
from tinhso.kernel.exchange.models import Delivery, Subscription
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.lib.errors import TinhsoError
from tinhso.lib.parser import Parser

#: So many deliveries of the log are printed.
_MOST = 20


class NoSuchSubscription(TinhsoError):
    """No subscription has this number."""

    code: ClassVar[str] = "no_such_subscription"
    status: ClassVar[int] = 404
    sentence = "Không có đăng ký nhận sự kiện số {number}."


def run(words: list[str]) -> int:
    """Do what the first word says; without one, list."""
    asked = _parser().parse_args(words or ["list"])
    with acting(actor=getattr(asked, "by", ""), source="lệnh webhook"):
        return int(asked.do(asked) or 0)


def _parser() -> Parser:
    parser = Parser("webhook", "Hệ thống khác được báo khi có việc xảy ra.")
    verbs = parser.add_subparsers(required=True, metavar="VIỆC")
    verbs.add_parser("list", help="liệt kê").set_defaults(do=_list)
    verbs.add_parser("events", help="các sự kiện").set_defaults(do=_events)
    adding = verbs.add_parser("new", help="thêm hệ thống nhận; in số và khóa ký")
    adding.add_argument("name", metavar="TÊN", help="hệ thống nhận")
    adding.add_argument("address", metavar="ĐỊA-CHỈ", help="https://…")
    adding.add_argument("--event", action="append", default=[], choices=sorted(EVENTS), help="bỏ trống là mọi sự kiện")
    adding.set_defaults(do=_add)
    for verb, words, act in (
        ("stop", "dừng báo", _stop),
        ("resume", "báo lại", _resume),
        ("test", "gửi thử", _test),
        ("secret", "đổi khóa ký, in khóa mới", _secret),
        ("log", "các lượt gửi gần đây", _log),
    ):
        one = verbs.add_parser(verb, help=words)
        one.add_argument("number", metavar="SỐ", type=int, help="số trong danh sách")
        one.set_defaults(do=act)
    for name, one in verbs.choices.items():
        if name not in {"list", "events", "log"}:
            one.add_argument("--by", metavar="TÀI-KHOẢN", required=True, help="tài khoản quản trị làm việc này")
    return parser


def _list(_asked: argparse.Namespace) -> None:
    for each in Subscription.objects.all():
        state = "đang báo" if each.is_active else each.get_ended_why_display()
        print(f"{each.pk:>4}  {each.name}  {each.address}  {state}  {', '.join(each.events) or 'mọi sự kiện'}")


def _events(_asked: argparse.Namespace) -> None:
    for event, words in EVENTS.items():
        print(f"{event:<20}  {words}")


def _add(asked: argparse.Namespace) -> None:
    made = subscribing.subscribe(asked.name, asked.address, events=asked.event, by=account_named(asked.by))
    print(f"{made.pk}  {secret_of(made)}")


def _stop(asked: argparse.Namespace) -> None:
    found = _found(asked)
    subscribing.stop(found, version=found.version, by=account_named(asked.by))
    print(f"Đã dừng báo cho {found.name}.")


def _resume(asked: argparse.Namespace) -> None:
    found = _found(asked)
    subscribing.resume(found, version=found.version, by=account_named(asked.by))
    print(f"Đã báo lại cho {found.name}.")


def _secret(asked: argparse.Namespace) -> None:
    found = _found(asked)
    subscribing.renew_secret(found, version=found.version, by=account_named(asked.by))
    print(secret_of(found))


def _test(asked: argparse.Namespace) -> None:
    subscribing.send_test(_found(asked), by=account_named(asked.by))
    print("Đã đưa một sự kiện thử vào hàng gửi; xem: tinhso webhook log")


def _log(asked: argparse.Namespace) -> None:
    rows = Delivery.objects.filter(subscription=_found(asked)).select_related("announcement")[:_MOST]
    for row in rows.prefetch_related("attempts"):
        last = next(iter(row.attempts.all()), None)
        print(f"{row.announcement.event:<20}  {row.get_state_display()}  {row.tries} lần  {last or ''}")


def _found(asked: argparse.Namespace) -> Subscription:
    found = Subscription.objects.filter(pk=asked.number).first()
    if found is None:
        raise NoSuchSubscription(number=asked.number)
    return found
