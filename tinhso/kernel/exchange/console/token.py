"""``tinhso token``: list, give and end the tokens of other systems."""

import argparse
import json

from django.utils import timezone

from tinhso.kernel.audit.origin import acting
from tinhso.kernel.exchange.console.acting import account_named
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.scopes import SCOPES
from tinhso.kernel.exchange.tokens import end_token, give_token
from tinhso.lib.dates import parse_date, write_date
from tinhso.lib.parser import Parser


def run(words: list[str]) -> int:
    """Do what the first word says; without one, list."""
    asked = _parser().parse_args(words or ["list"])
    return int(asked.do(asked) or 0)


def _parser() -> Parser:
    parser = Parser("token", "Mã truy cập API của các hệ thống khác.")
    verbs = parser.add_subparsers(required=True, metavar="VIỆC")
    listing = verbs.add_parser("list", help="liệt kê")
    listing.add_argument("--json", action="store_true", help="in JSON")
    listing.set_defaults(do=_list)
    giving = verbs.add_parser("new", help="tạo mã; in ra đúng một lần")
    giving.add_argument("account", metavar="TÀI-KHOẢN", help="tên đăng nhập mà mã làm thay")
    giving.add_argument("name", metavar="DÙNG-CHO", help="ví dụ “Trục liên thông”")
    giving.add_argument("--until", metavar="NGÀY", required=True, help="ngày cuối, không quá một năm")
    giving.add_argument(
        "--scope", action="append", required=True, choices=sorted(SCOPES), help="phạm vi, ghi nhiều lần"
    )
    giving.set_defaults(do=_give, parser=giving)
    ending = verbs.add_parser("end", help="thu hồi")
    ending.add_argument("number", metavar="SỐ", type=int, help="số của mã trong danh sách")
    ending.set_defaults(do=_end)
    return parser


def _list(asked: argparse.Namespace) -> None:
    tokens = AccessToken.objects.select_related("account")
    if asked.json:
        print(json.dumps([_told(token) for token in tokens], ensure_ascii=False, indent=2))
        return
    for token in tokens:
        until = write_date(timezone.localdate(token.expires_at))
        ended = "  đã thu hồi" if token.ended_at else ""
        print(f"{token.pk:>5}  {token.hint}…  {token.account.username:<20}  đến {until}{ended}  {token.name}")


def _told(token: AccessToken) -> dict[str, object]:
    return {
        "number": token.pk,
        "account": token.account.username,
        "name": token.name,
        "scopes": token.scopes,
        "expires_at": token.expires_at.isoformat(),
        "used_at": token.used_at.isoformat() if token.used_at else None,
        "ended_at": token.ended_at.isoformat() if token.ended_at else None,
    }


def _give(asked: argparse.Namespace) -> None:
    last_day = parse_date(asked.until)
    if last_day is None:
        asked.parser.error("--until")
        return
    with acting(actor="", source="lệnh token"):
        _token, secret = give_token(account_named(asked.account), asked.name, scopes=asked.scope, last_day=last_day)
    print(secret)


def _end(asked: argparse.Namespace) -> None:
    with acting(actor="", source="lệnh token"):
        ended = end_token(asked.number, by=None)
    print(f"Đã thu hồi mã “{ended.name}” của {ended.account.username}.")
