"""A programme under review, and a caller who may accept its items."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from tests.furnished import Keys
from tinhso.kernel.accounts.models import Account
from tinhso.surfaces.api.tests.conftest import Call, caller, files, keys

__all__ = ["caller", "files", "keys"]
Content = dict[str, Any]
Told = tuple[int, Content]


@dataclass
class Desk:
    """Calls as one account about one programme; every deed with the version that was read, unless another is said."""

    client: Client
    programme: object

    def read(self, path: str) -> Content:
        found: Content = self.client.get(self.address(path)).json()
        return found

    def name(self, code: str, kind: str = "task") -> str:
        """The item of this code as the API calls it."""
        return next(str(row["item"]) for row in self.read(f"items?kind={kind}")["items"] if row["code"] == code)

    def send(self, path: str, *, seen: str = "", key: str = "", **content: object) -> Told:
        sent = {name: value for name, value in (("If-Match", seen), ("Idempotency-Key", key)) if value}
        return self._sent(path, content, sent)

    def do(self, item: str, deed: str, **content: object) -> Told:
        """With the ETag of the item as it stands now."""
        seen = self.client.get(self.address(f"items/{item}")).headers["ETag"]
        return self._sent(f"items/{item}/{deed}", content, {"If-Match": seen})

    def _sent(self, path: str, content: Content, headers: dict[str, str]) -> Told:
        answer = self.client.post(self.address(path), content, content_type="application/json", headers=headers)
        return answer.status_code, answer.json()

    def address(self, path: str) -> str:
        return f"/api/v1/programmes/{self.programme}/{path}"


@pytest.fixture
def desk(caller: Call, keys: Keys, coordinator: Account) -> Desk:
    return Desk(caller(coordinator), keys["programme"])


@pytest.fixture
def outsider(caller: Call, keys: Keys, officer: Account) -> Desk:
    """An officer, who may read the programme and accept nothing."""
    return Desk(caller(officer), keys["programme"])
