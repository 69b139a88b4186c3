"""Everybody of the cast walks the doors of the work on tasks and figures in docs/permissions.md."""

from collections.abc import Mapping

import pytest
from django.test import Client

from tests.doors.table import sections
from tests.doors.walking import otherwise
from tests.doors.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("section", sections("work"))
def test_everybody_is_told_what_the_table_says(world: World, browsers: Mapping[str, Client], section: str) -> None:
    assert otherwise(world, browsers, section) == []
