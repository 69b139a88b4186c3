"""``tinhso account``: what administrators do about accounts, for whoever looks after the machine."""

import argparse
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts import keeping, linking, opening, second_step
from tinhso.kernel.accounts.models import Account, OneTimeLink
from tinhso.kernel.accounts.roles import Role, Verb
from tinhso.kernel.accounts.sessions import end_sessions
from tinhso.kernel.accounts.standing import standing
from tinhso.kernel.audit.models import Verb as Deed
from tinhso.kernel.audit.notes import note
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.exchange.console.acting import NoSuchAccount, account_named
from tinhso.lib.errors import TinhsoError
from tinhso.lib.parser import Parser
from tinhso.surfaces.web.accounts.people import narrowed, with_roles
from tinhso.surfaces.web.door.addresses import address_without_request

Purpose = OneTimeLink.Purpose
_STATES = ("in_use", "invited", "closed")


class AccountRefused(TinhsoError):
    """The database's rules refuse the account; the sentence is theirs."""

    code = "account_refused"
    status = 422
    sentence = "{why}"


def run(words: list[str]) -> int:
    """Do what the first word says; without one, list."""
    asked = _parser().parse_args(words or ["list"])
    with acting(actor=getattr(asked, "by", ""), source="lệnh account"):
        asked.do(asked)
    return 0


def _parser() -> Parser:
    parser = Parser("account", "Tài khoản của người dùng.")
    verbs = parser.add_subparsers(required=True, metavar="VIỆC")
    listing = verbs.add_parser("list", help="liệt kê")
    listing.add_argument("--search", metavar="TỪ", default="", help="tên hoặc tên đăng nhập, không cần dấu")
    listing.add_argument("--role", choices=Role.values, default="", help="vai trò")
    listing.add_argument("--state", choices=_STATES, default="", help="trạng thái")
    listing.set_defaults(do=_list)
    inviting = verbs.add_parser("invite", help="mời một người; in liên kết dùng một lần")
    inviting.add_argument("--name", required=True, help="họ và tên")
    inviting.add_argument("--email", default="", help="thư điện tử")
    inviting.add_argument("--role", choices=Role.values, default="", help="vai trò")
    inviting.add_argument("--unit", default="", metavar="MÃ", help="mã đơn vị, ví dụ so-tttt")
    inviting.set_defaults(do=_invite)
    for verb, words, act in (
        ("disable", "khóa", _disable),
        ("enable", "mở lại", _enable),
        ("reset", "in liên kết đặt lại mật khẩu, hoặc mời lại", _reset),
        ("sessions-end", "kết thúc mọi phiên đăng nhập", _end_sessions),
    ):
        verbs.add_parser(verb, help=words).set_defaults(do=act)
    removing = verbs.add_parser("second-step-remove", help="gỡ xác thực hai bước")
    removing.add_argument("--reason", required=True, help="lý do")
    removing.set_defaults(do=_remove_second_step)
    for name, one in verbs.choices.items():
        if name != "list":
            one.add_argument("username", metavar="TÊN", help="tên đăng nhập")
            one.add_argument("--by", metavar="TÀI-KHOẢN", required=True, help="tài khoản quản trị làm việc này")
    return parser


def _list(asked: argparse.Namespace) -> None:
    wanted = {"q": asked.search, "role": asked.role, "state": asked.state}
    for each in narrowed(with_roles(), wanted):
        roles = ", ".join(str(held.get_role_display()) for held in each.roles.all())
        print(f"{each.username:<20}  {each.display_name:<30}  {_state(each):<20}  {roles}".rstrip())


def _state(shown: Account) -> str:
    if not shown.is_active:
        return "đã khóa"
    # Asked of the database for every account of a list (accounts/people.py).
    return "chờ nhận lời mời" if getattr(shown, "is_invited", False) else "đang dùng"


def _invite(asked: argparse.Namespace) -> None:
    by = _keeper(asked)
    try:
        with transaction.atomic():
            made = opening.open_account(asked.username, display_name=asked.name, email=asked.email)
            if asked.role:
                opening.give_role(made, Role(asked.role), unit=asked.unit, title="", since=timezone.localdate())
    except ValidationError as mistake:
        raise AccountRefused(why=" ".join(mistake.messages)) from mistake
    print(_link(made, Purpose.INVITATION, by=by))


def _disable(asked: argparse.Namespace) -> None:
    found = _found(asked)
    keeping.close(found, version=found.version, by=account_named(asked.by))
    print(f"Đã khóa {found.username}.")


def _enable(asked: argparse.Namespace) -> None:
    found = _found(asked)
    keeping.reopen(found, version=found.version, by=account_named(asked.by))
    print(f"Đã mở lại {found.username}.")


def _reset(asked: argparse.Namespace) -> None:
    by, found = _keeper(asked), account_named(asked.username)
    print(_link(found, Purpose.PASSWORD if found.has_usable_password() else Purpose.INVITATION, by=by))


def _end_sessions(asked: argparse.Namespace) -> None:
    _keeper(asked)
    found = _found(asked)
    ended = end_sessions(found)
    note(Deed.SIGN_OUT, found, facts={"sessions": ended})
    print(f"Đã kết thúc {ended} phiên của {found.username}.")


def _remove_second_step(asked: argparse.Namespace) -> None:
    found = _found(asked)
    second_step.take_away(found, asked.reason, by=account_named(asked.by))
    print(f"Đã gỡ xác thực hai bước của {found.username}.")


def _link(account: Account, purpose: Purpose, *, by: Account) -> str:
    days = settings.INVITATION_DAYS if purpose == Purpose.INVITATION else settings.RESET_DAYS
    return address_without_request(linking.make_link(account, purpose, valid=timedelta(days=days), by=by))


def _keeper(asked: argparse.Namespace) -> Account:
    by = account_named(asked.by)
    standing(by).require(Verb.KEEP_ACCOUNTS)
    return by


def _found(asked: argparse.Namespace) -> Account:
    found = Account.objects.filter(username=asked.username.strip().lower()).first()
    if found is None:
        raise NoSuchAccount(username=asked.username)
    return found
