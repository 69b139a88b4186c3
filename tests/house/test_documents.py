"""What an operator may set and every word of the command line have a sentence in the documents."""

import importlib
import re
from collections.abc import Iterator

from tests.house.sources import files
from tests.house.test_modules import MODULES
from tinhso.config import cli
from tinhso.config.places import CHECKOUT
from tinhso.lib.errors import TinhsoError

DOCUMENTS = "\n".join(path.read_text(encoding="utf-8") for path in files(".md"))
#: For the machinery between our own processes: nobody sets them by hand.
INTERNAL = {"TINHSO_COUNTS", "TINHSO_TEST_STATE", "TINHSO_TEST_FILES", "TINHSO_CALLED_FROM"}


def test_every_variable_of_the_environment_is_documented() -> None:
    sources = [*files(".py", ".sh"), *(CHECKOUT / "bin").iterdir(), CHECKOUT / ".ci" / "run"]
    found = {
        name for path in sources for name in re.findall(r"TINHSO_[A-Z0-9_]*[A-Z]", path.read_text(encoding="utf-8"))
    }
    assert sorted(name for name in found - INTERNAL if f"`{name}`" not in DOCUMENTS) == []


def test_every_command_is_documented() -> None:
    assert [name for name in cli.commands() if f"tinhso {name}" not in DOCUMENTS] == []


def test_every_refusal_is_documented_with_its_code_and_its_sentence() -> None:
    table = (CHECKOUT / "docs" / "refusals.md").read_text(encoding="utf-8").splitlines()
    said = [f"| `{refusal.code}` | {refusal.status} | {refusal.sentence} |" for refusal in refusals()]
    assert sorted(said) == [row for row in table if row.startswith("| `")]


def test_no_two_refusals_share_a_code() -> None:
    codes = [refusal.code for refusal in refusals()]
    assert sorted(codes) == sorted(set(codes))


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{path.name}: {target}"
        for path in files(".md")
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def refusals() -> list[type[TinhsoError]]:
    """Every class of refusal that the program itself declares."""
    for module in MODULES:
        importlib.import_module(module)
    return [kind for kind in _below(TinhsoError) if ".tests." not in kind.__module__]


def _below(kind: type[TinhsoError]) -> Iterator[type[TinhsoError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
