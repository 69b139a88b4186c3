"""The same from the command line."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.console import Capture, say
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import AccessToken, Delivery, Subscription
from tinhso.kernel.exchange.secrets import secret_of
from tinhso.kernel.exchange.tokens import known_token

pytestmark = pytest.mark.django_db
DAY = (timezone.localdate() + timedelta(days=30)).isoformat()


def test_a_token_is_given_listed_and_ended(capsys: Capture, officer: Account) -> None:
    code, secret, _ = say(capsys, "token", "new", "officer", "Trục", "--until", DAY, "--scope", "work:read")
    token = AccessToken.objects.get()
    assert (code, known_token(secret.strip())) == (0, token)
    assert "officer" in say(capsys, "token")[1]
    assert say(capsys, "token", "end", str(token.pk))[0] == 0
    assert "đã thu hồi" in say(capsys, "token", "list")[1]
    assert known_token(secret.strip()) is None


def test_a_token_refused_is_told_in_one_sentence(capsys: Capture, officer: Account) -> None:
    code, out, complaint = say(capsys, "token", "new", "khong-co", "x", "--until", DAY, "--scope", "work:read")
    assert (code, out, complaint) == (2, "", "Không có tài khoản “khong-co” đang hoạt động.\n")
    assert say(capsys, "token", "new", "officer")[2].startswith("Tham số không đúng. Cách dùng: tinhso token new")


def test_a_subscription_is_made_tested_and_stopped(capsys: Capture, settings: Settings, administrator: Account) -> None:
    settings.EXCHANGE_NETWORKS = ["127.0.0.0/8"]
    by = ("--by", "administrator")
    _, said, _ = say(capsys, "webhook", "new", "Trục", "http://127.0.0.1:9/", *by)
    made = Subscription.objects.get()
    assert said.split() == [str(made.pk), secret_of(made)]
    say(capsys, "webhook", "test", str(made.pk), *by)
    assert Delivery.objects.count() == 1
    assert "test.sent" in say(capsys, "webhook", "log", str(made.pk))[1]
    say(capsys, "webhook", "stop", str(made.pk), *by)
    assert "Quản trị đã dừng" in say(capsys, "webhook")[1]


def test_who_may_not_keep_subscriptions_may_not_here_either(capsys: Capture, officer: Account) -> None:
    refused = say(capsys, "webhook", "new", "Trục", "https://8.8.8.8/", "--by", "officer")
    assert refused == (2, "", "Tài khoản của bạn không được quản lý đăng ký nhận sự kiện.\n")
