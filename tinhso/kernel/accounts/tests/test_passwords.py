"""How a password is kept, and what it may be."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pytest_django import Settings

from tinhso.kernel.accounts.models import Account

ARGON2, PBKDF2 = "tinhso.kernel.accounts.hashing.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"
PASSWORD = "mat-khau-tu-truoc-3"


def kept(settings: Settings, *hashers: str) -> Account:
    settings.PASSWORD_HASHERS = list(hashers)
    return Account.objects.create_account("cu", display_name="Người Cũ", password=PASSWORD)


@pytest.mark.django_db
def test_passwords_are_kept_by_argon2_and_never_the_same_twice(settings: Settings) -> None:
    first = kept(settings, ARGON2, PBKDF2)
    second = Account.objects.create_account("khac", display_name="Người Khác", password=PASSWORD)
    assert first.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert first.password != second.password


@pytest.mark.django_db
@pytest.mark.parametrize("former", [PBKDF2, "django.contrib.auth.hashers.Argon2PasswordHasher"])
def test_one_kept_otherwise_opens_and_is_kept_anew(settings: Settings, former: str) -> None:
    account = kept(settings, former)
    settings.PASSWORD_HASHERS = [ARGON2, PBKDF2]
    assert account.check_password(PASSWORD)
    assert "argon2$argon2id$v=19$m=19456,t=2,p=1$" in Account.objects.get(pk=account.pk).password


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ngan-mot-9", "từ 12 đến 128 ký tự"),
        ("123456789012", "toàn là số"),
        ("Nguyen.Van.An-1987", "họ tên"),
        ("qwerty123456", "phổ biến"),
        ("dài " * 40, "từ 12 đến 128 ký tự"),
    ],
)
def test_a_weak_password_is_told_why(password: str, why: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, Account(username="an.nv", display_name="Nguyễn Văn An"))
    assert why in " ".join(refused.value.messages)


def test_a_sentence_is_a_good_password() -> None:
    validate_password("Mưa rơi trên sông Thương 🌧 chiều nay", Account(username="an", display_name="Nguyễn Văn An"))
