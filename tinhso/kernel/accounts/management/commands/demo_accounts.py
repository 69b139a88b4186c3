"""``tinhso django demo_accounts``: one account for each role, with passwords of this installation."""

import csv
import os
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.opening import give_role, new_password, open_account
from tinhso.kernel.accounts.roles import Role

_PEOPLE = Path(__file__).resolve().parents[5] / "samples" / "accounts" / "demo-accounts.csv"
_SINCE = date(2022, 1, 1)


class Command(BaseCommand):
    """Make and print the accounts for trying out."""

    help = "Tạo mỗi vai trò một tài khoản dùng thử; chạy lại thì in đúng những mật khẩu cũ."

    def handle(self, *args: str, **options: str) -> None:
        """The passwords are kept first: a process killed half-way finds them again."""
        with _PEOPLE.open(encoding="utf-8", newline="") as lines:
            people = list(csv.DictReader(lines))
        place = Path(settings.HOME) / "demo-accounts.txt"
        passwords = _passwords(place, [person["username"] for person in people])
        with transaction.atomic():
            for person in people:
                _make(person, passwords[person["username"]])
        for person in people:
            words = (person["username"], passwords[person["username"]], Role(person["role"]).label)
            self.stdout.write(f"  {words[0]:<14}{words[1]:<20}{words[2]}")
        self.stdout.write(f"Mật khẩu cũng được ghi trong {place}.")


def _make(person: dict[str, str], password: str) -> None:
    account = Account.objects.filter(username=person["username"]).first()
    if account is None:
        # ".example" is nobody's (RFC 2606): letters to it lie in the mailbox page, and would reach no one.
        email = f"{person['username']}@tinhso.example"
        account = open_account(person["username"], display_name=person["display_name"], password=password, email=email)
    give_role(account, Role(person["role"]), unit=person["unit"], title=person["title"], since=_SINCE)


def _passwords(place: Path, usernames: list[str]) -> dict[str, str]:
    kept = dict(line.split(maxsplit=1) for line in place.read_text().splitlines()) if place.exists() else {}
    missing = [name for name in usernames if name not in kept]
    if missing:
        kept |= {name: new_password() for name in missing}
        _write(place, kept)
        # An account that outlived its line here has a password that nobody knows.
        for account in Account.objects.filter(username__in=missing):
            account.set_password(kept[account.username])
            account.save(update_fields=["password"])
    return kept


def _write(place: Path, passwords: dict[str, str]) -> None:
    draft = place.with_name(f"demo-accounts.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{name} {password}\n" for name, password in passwords.items()))
    draft.replace(place)
