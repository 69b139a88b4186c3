"""A provider that serves the tests of the door."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.provider.running import named, running


@pytest.fixture(scope="package")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real provider, whose people come back to the test client."""
    with running(tmp_path_factory.mktemp("provider"), back="http://testserver") as address:
        yield address


@pytest.fixture
def sso(issuer: str, settings: Settings) -> str:
    """The installation trusts it."""
    settings.OIDC_PROVIDERS = [named(issuer)]
    return issuer
