"""``tinhso django add_account``: a person of a real installation, the first administrator for example."""

from argparse import ArgumentParser
from datetime import date

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.opening import give_role, new_password, open_account, set_temporary
from tinhso.kernel.accounts.roles import Role


class Command(BaseCommand):
    """Open an account with a role, and print a password that opens to choose an own one."""

    help = "Mở một tài khoản với một vai trò và in mật khẩu đầu tiên của nó."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, as what, where, since when."""
        parser.add_argument("username", help="tên đăng nhập: chữ thường không dấu, chữ số, . - _")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument("--role", required=True, choices=Role.values, help="vai trò")
        parser.add_argument("--unit", default="", help="khóa của đơn vị, ví dụ so-tttt")
        parser.add_argument("--title", default="", help="chức danh tại đơn vị, ví dụ “Giám đốc”")
        parser.add_argument("--since", default="", help="từ ngày, ví dụ 2022-01-01 (không ghi: từ hôm nay)")

    def handle(self, *args: str, **options: str) -> None:
        """All or nothing."""
        since = date.fromisoformat(options["since"]) if options["since"] else timezone.localdate()
        password = new_password()
        try:
            with transaction.atomic():
                account = open_account(options["username"], display_name=options["name"])
                set_temporary(account, password)
                give_role(account, Role(options["role"]), unit=options["unit"], title=options["title"], since=since)
        except ValidationError as mistake:
            raise CommandError(" ".join(mistake.messages)) from mistake
        self.stdout.write(f"{account.username}: {password}")
