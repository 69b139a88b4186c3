"""A person with an address, and a letter to him."""

from datetime import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.content import Content, Item, Section
from tinhso.kernel.mail.models import Letter, MailWishes
from tinhso.kernel.mail.writing import write_letter

SAID = Content(
    "Việc đến hạn hôm nay",
    "Hôm nay có một việc đến hạn.",
    (Section("Đến hạn hôm nay", (Item("Nhiệm vụ II.1 đến hạn 20/6/2022", "/thong-bao/1", "Kế hoạch mẫu"),)),),
)


@pytest.fixture
def reader(officer: Account) -> Account:
    """Has an address, and is left in peace at no hour."""
    officer.email = "can-bo@huyen-mau.example"
    officer.save(update_fields=["email"])
    MailWishes.objects.create(account=officer, quiet_from="00:00", quiet_until="00:00", quiet_days_off=False)
    return officer


def letter_to(account: Account, content: Content = SAID, *, key: str = "k", now: datetime | None = None) -> Letter:
    with transaction.atomic():
        return write_letter(account, content, key=key, kind="digest", now=now)


def as_if_due(letter: Letter) -> Letter:
    """Its time has come."""
    Letter.objects.filter(pk=letter.pk, state="waiting").update(next_at=timezone.now())
    return letter
