"""The Python packages of ``.venv``: pinned, verified by hash, put in once and again only when the pins change."""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from tinhso.config.places import CHECKOUT
from tinhso.config.setup.steps import StepFailed, run, step

ENVIRONMENT = CHECKOUT / ".venv"
LOG = CHECKOUT / "build" / "setup.log"
#: The sets that can be asked for, in words for people. ``dev`` contains ``runtime``.
SETS = {
    "runtime": "Gói Python (lần đầu khoảng một phút)",
    "dev": "Gói Python để kiểm thử (lần đầu khoảng một phút)",
    "node": "Node.js (máy này chưa có)",
    "load": "Gói Python để thử tải",
}
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install")
PINNED = ("--require-hashes", "--only-binary", ":all:")
NO_VENV = """Python {version} ({python}) trên máy này thiếu gói “venv”. Hãy cài rồi chạy lại:
    apt-get install python3-venv            (Debian, Ubuntu; hoặc python{version}-venv)
This Python lacks the "venv" package: install python3-venv (or python{version}-venv) and run again."""


def ensure(*wanted: str, environment: Path = ENVIRONMENT) -> None:
    """Make ``environment`` hold the wanted sets. A half-made environment is made again from nothing."""
    state = state_of(environment)
    missing = [name for name in wanted if state.get(name) != fingerprint(name) and not _inside_dev(name, state)]
    if not missing:
        return
    if not state or "installing" in state:
        _create(environment)
        state = {"place": str(environment)}
    for name in missing:
        _note(environment, {**state, "installing": name})
        with step(SETS[name]):
            _install(name, environment)
        state[name] = fingerprint(name)
        _note(environment, state)


def fingerprint(name: str) -> str:
    """What the set ``name`` consists of; changes when a pin or the package's own description changes."""
    pins = CHECKOUT / "requirements"
    facts = [(pins / f"{name}.txt").read_text(encoding="utf-8")]
    if name != "node":
        facts.append((pins / "build.txt").read_text(encoding="utf-8"))
        described = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
        facts.append(json.dumps([described["build-system"], described["project"]]))
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()


def _inside_dev(name: str, state: dict[str, Any]) -> bool:
    return name == "runtime" and state.get("dev") == fingerprint("dev")


def state_of(environment: Path) -> dict[str, Any]:
    """What was noted about the environment; empty when it is absent, broken, moved or made by a Python now gone."""
    try:
        state: dict[str, Any] = json.loads((environment / "tinhso.json").read_text(encoding="utf-8"))
        answered = subprocess.run([environment / "bin" / "python", "-c", ""], check=False, capture_output=True)
    except (OSError, ValueError):
        return {}
    return state if state.get("place") == str(environment) and answered.returncode == 0 else {}


def _note(environment: Path, state: dict[str, Any]) -> None:
    draft = environment / "tinhso.json.new"
    draft.write_text(json.dumps(state, indent=1), encoding="utf-8")
    draft.replace(environment / "tinhso.json")


def _create(environment: Path) -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise StepFailed(NO_VENV.format(version=version, python=sys.executable))
    with step(f"Môi trường Python {sys.version_info.major}.{sys.version_info.minor}"):
        if environment.exists():
            shutil.rmtree(environment)
        run([sys.executable, "-m", "venv", environment], log=LOG, sentence="Không tạo được môi trường Python.")


def _install(name: str, environment: Path) -> None:
    pip: list[str | Path] = [environment / "bin" / "python", *PIP]
    pinned: list[str | Path] = [*PINNED, "-r", CHECKOUT / "requirements" / f"{name}.txt"]
    if name != "node":
        pinned += ["-r", CHECKOUT / "requirements" / "build.txt"]
    sentence = "Không cài được gói Python. Hãy kiểm tra mạng tới kho gói rồi chạy lại."
    run([*pip, *pinned], log=LOG, sentence=sentence)
    if name != "node":
        run([*pip, "--no-deps", "--no-build-isolation", "-e", CHECKOUT], log=LOG, sentence=sentence)
