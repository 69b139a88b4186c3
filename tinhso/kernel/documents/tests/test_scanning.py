"""Nothing infected enters, and nothing enters unscanned where a scanner is set. Against a real clamd."""

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tinhso.kernel.documents.checking.refusals import FileInfected, ScannerSilent
from tinhso.kernel.documents.checking.scanners import ClamAV
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.models import Content
from tinhso.kernel.documents.tests.making import PDF, TRIAL

pytestmark = pytest.mark.django_db
PATIENCE = 30


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """clamd with one signature of ours, that of the trial file: the real ones come from a network we have not."""
    program = shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        assert not os.environ.get("TINHSO_REQUIRE_CLAMAV"), "clamav-daemon is not installed"
        pytest.skip("clamd chưa cài trên máy này (apt-get install clamav-daemon)")
    folder = tmp_path_factory.mktemp("clamd")
    mark = hashlib.md5(TRIAL, usedforsecurity=False).hexdigest()
    (folder / "trial.hdb").write_text(f"{mark}:{len(TRIAL)}:Trial-Signature\n", encoding="ascii")
    settings = {"LocalSocket": folder / "socket", "DatabaseDirectory": folder, "Foreground": "yes"}
    (folder / "conf").write_text("".join(f"{name} {value}\n" for name, value in settings.items()), encoding="utf-8")
    folder.chmod(0o755)
    server = subprocess.Popen([program, f"--config-file={folder}/conf"], stdout=subprocess.DEVNULL)
    try:
        wait_for(str(folder / "socket"))
        yield str(folder / "socket")
    finally:
        server.kill()
        server.wait()


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while not ClamAV(address).answers():
        assert time.monotonic() < until, "clamd did not start"
        time.sleep(0.2)


def test_a_clean_file_says_what_scanned_it(clamd: str, settings: Settings) -> None:
    settings.CLAMAV = clamd
    assert keep_bytes(PDF, "a.pdf", by=None).content.scanned_by == "ClamAV"


def test_an_infected_file_is_named_and_not_kept(clamd: str, settings: Settings) -> None:
    settings.CLAMAV = clamd
    with pytest.raises(FileInfected, match="Trial-Signature"):
        keep_bytes(TRIAL, "ghi-chu.txt", by=None)
    assert Content.objects.count() == 0


def test_a_large_file_is_scanned_in_pieces(clamd: str, settings: Settings) -> None:
    settings.CLAMAV = clamd
    assert keep_bytes(PDF + b"a" * 500_000, "lon.pdf", by=None).content.scanned_by == "ClamAV"


@pytest.mark.parametrize("address", ["/khong/co/socket", "127.0.0.1:9"])
def test_nothing_enters_while_the_scanner_is_silent(settings: Settings, address: str) -> None:
    settings.CLAMAV = address
    with pytest.raises(ScannerSilent):
        keep_bytes(PDF, "a.pdf", by=None)


def test_without_a_scanner_the_content_says_so() -> None:
    assert keep_bytes(PDF, "a.pdf", by=None).content.scanned_by == ""
