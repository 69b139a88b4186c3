"""Proof that is a state secret does not enter either."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import StoredFile
from tinhso.steering.intake.sources.refusals import SecretDocument

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.FILES = tmp_path
    return tmp_path


def test_a_document_marked_secret_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(SecretDocument):
        keep_bytes("UBND TỈNH MẪU\nTỐI MẬT\nBÁO CÁO\nNội dung\n".encode(), "bao-cao.txt", by=None)
    assert (list(folder.iterdir()), StoredFile.objects.count()) == ([], 0)


def test_a_document_that_only_speaks_of_secrets_enters() -> None:
    text = "UBND TỈNH MẪU\nBÁO CÁO\nTỷ lệ văn bản điện tử, trừ văn bản mật, đạt 100%.\n"
    assert keep_bytes(text.encode(), "bao-cao.txt", by=None).name == "bao-cao.txt"


def test_proof_that_cannot_be_read_shows_no_stamp_and_enters() -> None:
    assert keep_bytes(b"%PDF-1.7\nbroken", "ban-quet.pdf", by=None).kind == "Tệp PDF"
