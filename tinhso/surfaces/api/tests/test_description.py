"""The description is complete, is the committed one, and is true."""

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import connection
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CheckFunction
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.furnished import Keys
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account
from tinhso.surfaces.api.console import described
from tinhso.surfaces.api.description import description
from tinhso.surfaces.api.tests.conftest import secret_for

pytestmark = pytest.mark.django_db


def test_the_committed_description_is_the_one_that_is_served() -> None:
    committed = (CHECKOUT / "docs" / "openapi.json").read_text(encoding="utf-8")
    assert committed == described(), "chạy: tinhso openapi docs/openapi.json"


def test_every_operation_says_what_it_does_in_both_languages_and_how_it_can_fail() -> None:
    for address, methods in description()["paths"].items():
        for method, told in methods.items():
            assert told["summary"], (address, method)
            assert told["description"], (address, method)
            assert {"400", "401", "403", "404", "422", "429", "500"} <= set(told["responses"]), (address, method)


def test_no_two_operations_share_a_name() -> None:
    names = [told["operationId"] for methods in description()["paths"].values() for told in methods.values()]
    assert sorted(names) == sorted(set(names))


Operation = APIOperation[Any, Any, Any, Any]
Case = schemathesis.Case[Any]
#: No schema can say which cursors were given out and which versions stand.
UNDESCRIBED: list[CheckFunction] = [positive_data_acceptance]
EXAMPLES = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
def test_every_operation_answers_as_it_is_described(
    keys: Keys, coordinator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else SQLite opens and closes its file for each of a thousand requests.
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", None)
    sent = {"Authorization": f"Bearer {secret_for(coordinator)}"}
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application(), headers=sent)
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        _try(found.ok(), keys, sent)


def _try(operation: Operation, keys: Keys, sent: dict[str, str]) -> None:
    """With whatever hypothesis thinks of, at things that exist."""

    @EXAMPLES
    @given(case=operation.as_strategy())
    def tried(case: Case) -> None:
        case.path_parameters = {name: keys.get(name, value) for name, value in (case.path_parameters or {}).items()}
        case.call_and_validate(headers=sent, excluded_checks=UNDESCRIBED)

    tried()
