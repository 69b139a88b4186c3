"""The small programme of the screens, opened for review by the coordinator."""

import pytest
from django.test import Client
from django.urls import reverse

from tinhso.kernel.accounts.models import Account
from tinhso.steering.pages.tests.conftest import bodies, files, programme
from tinhso.steering.programmes.models import EditableItem, Programme, Task

__all__ = ["bodies", "files", "programme"]


Sent = str | int | list[str]
"""What a browser sends under one name."""


class Desk:
    """One person's browser at the review of a programme."""

    def __init__(self, account: Account, programme: Programme) -> None:
        self.client, self.programme = Client(), programme
        self.client.force_login(account)

    def page(self, view: str = "screen", *args: object, **query: Sent) -> str:
        """A page of the review as text."""
        return self.client.get(self.address(view, *args), query).content.decode()

    def send(self, view: str, *args: object, **fields: Sent) -> int:
        """The status of the answer to a form."""
        return self.client.post(self.address(view, *args), fields).status_code

    def address(self, view: str, *args: object) -> str:
        return reverse(f"review:{view}", args=(self.programme.pk, *args))


def name(item: EditableItem) -> str:
    """The item as addresses call it."""
    return f"{item._meta.model_name}-{item.pk}"


def task(programme: Programme, code: str) -> Task:
    return Task.objects.get(programme=programme, code=code)


@pytest.fixture
def desk(programme: Programme, coordinator: Account) -> Desk:
    return Desk(coordinator, programme)


@pytest.fixture
def other_desk(programme: Programme, administrator: Account) -> Desk:
    """Another person who reviews at the same time."""
    return Desk(administrator, programme)
