"""What ``bench.pages`` measures."""

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from bench.database import best_of
from bench.work.programmes import bare
from tests.large import large_programme
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.models import Programme

SEED = CHECKOUT / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"
VIEWS = ("pages:board", "pages:indicators", "pages:tasks", "pages:plan_text", "review:screen")
SINCE = "2022-01-01"


def print_times() -> None:
    """One line a page: milliseconds at the server, those of its SQL by the driver alone, and how large it is."""
    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", verbosity=0, interactive=False)
    client = signed_in(person())
    seed = start(take_in(SEED.read_bytes(), SEED.name), by=None)
    for label, programme in (("Bắc Giang 2022", seed), ("1.000 tasks, 100 indicators", large_programme())):
        for view in VIEWS:
            _print(client, label, programme, view=view)


def _print(client: Client, label: str, programme: Programme, *, view: str) -> None:
    address = reverse(view, args=(programme.pk,))
    size = len(client.get(address).content)
    ours, sql = best_of(5, lambda: client.get(address)), best_of(5, bare(lambda: client.get(address)))
    print(f"{view:<18}{label:<30}{ours:>8.1f} ms{sql:>8.1f} ms bare SQL{size / 1024:>8.0f} kB")


def person() -> Account:
    account = Account.objects.create_account("bench", display_name="Người đo")
    unit = Unit.objects.order_by("pk")[0]
    RoleAssignment.objects.create(account=account, role=Role.COORDINATOR, unit=unit, valid_from=SINCE)
    return account


def signed_in(account: Account) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client
