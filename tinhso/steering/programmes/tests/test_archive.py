"""A reading comes out of the archive as it went in."""

import json

import pytest

from tests.large import stored
from tests.readings import small_plan
from tinhso.steering.programmes.archive import archived, revived


@pytest.mark.django_db
def test_a_reading_comes_back_as_it_was() -> None:
    reading = small_plan().reading()
    assert revived(stored(reading).reading) == reading


def test_the_text_is_archived_once() -> None:
    assert "text" not in json.loads(json.dumps(archived(small_plan().reading())))
