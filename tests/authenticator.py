"""The app on a person's telephone: codes of a secret, now and half-minutes away."""

from time import time

import pyotp

from tinhso.kernel.accounts import second_step
from tinhso.kernel.accounts.models import Account, SecondStep


class App:
    """What the person has scanned."""

    def __init__(self, secret: str) -> None:
        self._codes = pyotp.HOTP(secret.replace(" ", ""))

    def code(self, *, steps: int = 0) -> str:
        """What it shows so many half-minutes from now."""
        return self._codes.at(int(time()) // 30 + steps)


def with_app(account: Account) -> tuple[App, list[str]]:
    """The account with a second step, set up long ago; its app and its recovery codes."""
    proposed = second_step.propose(account)
    app = App(second_step.opened(account, proposed) or "")
    codes = second_step.set_up(account, proposed, app.code())
    SecondStep.objects.filter(account=account).update(last_counter=0)
    return app, codes
