"""Finds the Chromium of the browser tests: the one named, the machine's, else the one that comes as an npm package."""

import io
import os
import platform
import shutil
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import brotli

from tinhso.config.places import CHECKOUT
from tinhso.config.setup import frontend
from tinhso.config.setup.steps import StepFailed, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGED = CHECKOUT / "build" / "chromium"
LOCK = Path(__file__).parent / "chromium"
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{place}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>{place}/fonts-cache</cachedir>
</fontconfig>
"""
HOW = """Muốn chạy chúng, hãy cài Chromium (Debian, Ubuntu: apt-get install chromium) hoặc chỉ ra nó:
    TINHSO_CHROMIUM=/duong/dan/chromium bin/test"""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A program that Playwright can start, with the environment it needs beside our own."""

    program: Path
    environment: dict[str, str] = field(default_factory=dict)


def find() -> Chromium | None:
    """The Chromium to use, or None. Installs nothing."""
    named = os.environ.get("TINHSO_CHROMIUM")
    if named:
        return Chromium(Path(named)) if Path(named).exists() else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return Chromium(Path(found))
    return _packaged() if (PACKAGED / "stamp").exists() else None


def install() -> str | None:
    """Put the packaged Chromium into ``build/chromium``; a sentence when this machine cannot have it."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "Gói Chromium chỉ có cho Linux x86_64."
    try:
        npm = frontend.node_and_npm()
        with step("Chromium để kiểm thử giao diện (máy này chưa có; 65 MB)"):
            modules = CHECKOUT / "build" / "chromium-npm"
            frontend.install(npm, modules, source=LOCK)
            _extract(modules / "node_modules" / "@sparticuz" / "chromium" / "bin")
            shutil.rmtree(modules)
    except StepFailed as failure:
        return failure.sentence
    return None


def _packaged() -> Chromium:
    return Chromium(
        PACKAGED / "chromium",
        {"LD_LIBRARY_PATH": str(PACKAGED / "lib"), "FONTCONFIG_FILE": str(PACKAGED / "fonts.conf")},
    )


def _extract(source: Path) -> None:
    draft = PACKAGED.with_name("chromium.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    with (draft / "chromium").open("wb") as program:
        program.writelines(_unpacked(source / "chromium.br"))
    (draft / "chromium").chmod(0o755)
    for name in ("al2023", "swiftshader", "fonts"):
        with tarfile.open(fileobj=io.BytesIO(b"".join(_unpacked(source / f"{name}.tar.br")))) as archive:
            # Debian 12's Python 3.11.2 has no such filter yet; the archive was checked against the lock.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            for member in archive.getmembers():
                archive.extract(member, draft)
    # The package's own names folders of the service it was made for; with no font found Chromium falls over.
    (draft / "fonts.conf").write_text(FONTS.format(place=PACKAGED), encoding="utf-8")
    (draft / "stamp").touch()
    shutil.rmtree(PACKAGED, ignore_errors=True)
    draft.rename(PACKAGED)


def _unpacked(file: Path) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    with file.open("rb") as packed:
        while piece := packed.read(1 << 20):
            yield unpacker.process(piece)
