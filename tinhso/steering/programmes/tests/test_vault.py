"""A file is kept whole or not at all, and read by one at a time."""

import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

from tests.samples import CHECKOUT
from tinhso.steering.programmes import vault


def test_a_file_kept_is_the_bytes_given_and_leaves_no_draft(tmp_path: Path) -> None:
    place = tmp_path / "ab" / "abc"
    vault.keep("Kế hoạch".encode(), place)
    assert place.read_text() == "Kế hoạch"
    assert list(place.parent.iterdir()) == [place]


def test_what_is_kept_is_not_written_again(tmp_path: Path) -> None:
    place = tmp_path / "abc"
    vault.keep(b"a", place)
    vault.keep(b"b", place)
    assert place.read_bytes() == b"a"


def test_only_one_holds_a_file_at_a_time(tmp_path: Path) -> None:
    place = tmp_path / "abc"
    vault.keep(b"a", place)
    with vault.held(place) as first, vault.held(place) as second:
        assert (first, second) == (True, False)
    with vault.held(place) as later:
        assert later


def test_a_missing_file_is_nobodys(tmp_path: Path) -> None:
    with vault.held(tmp_path / "none") as ours:
        assert not ours


def test_a_process_killed_while_it_writes_leaves_no_half_file_and_its_draft_is_swept(tmp_path: Path) -> None:
    place = tmp_path / "abc"
    write = f"keep(bytes(2**28), pathlib.Path({str(place)!r}))"
    writer = subprocess.Popen(
        [sys.executable, "-c", f"import pathlib; from tinhso.steering.programmes.vault import keep; {write}"],
        cwd=CHECKOUT,
    )
    while writer.poll() is None and not list(tmp_path.iterdir()):
        time.sleep(0.001)
    writer.kill()
    writer.wait()
    assert not place.exists()
    assert vault.sweep(tmp_path, older_than=timedelta(seconds=-1)) == 1
    assert list(tmp_path.iterdir()) == []
