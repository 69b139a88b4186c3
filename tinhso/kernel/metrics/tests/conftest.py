"""Documents of two districts, some with their file."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytest_django import Settings

from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.metrics.tests.counting import document
from tinhso.kernel.organisations.models import Unit


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Every test keeps its files in a folder of its own."""
    settings.FILES = tmp_path
    return tmp_path


@pytest.fixture
def documents(district: Unit, other_district: Unit) -> Sequence[IssuedDocument]:
    """Of Huyện Mẫu a plan and a letter with file and a plan without, of Huyện Khác a plan without."""
    file = keep_bytes(b"%PDF-1.4 ke hoach", "ke-hoach.pdf", by=None)
    return [
        document(district, "1", file=file),
        document(district, "2", kind="CV", file=file),
        document(district, "3"),
        document(other_district, "4"),
    ]
