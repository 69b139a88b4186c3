"""What an operator may set and every word of the command line have a sentence in the documents."""

import re

from tests.house.sources import files
from tinhso.config import cli
from tinhso.config.places import CHECKOUT

DOCUMENTS = "\n".join(path.read_text(encoding="utf-8") for path in files(".md"))
#: For the machinery between our own processes: nobody sets them by hand.
INTERNAL = {"TINHSO_COUNTS", "TINHSO_TEST_STATE", "TINHSO_CALLED_FROM"}


def test_every_variable_of_the_environment_is_documented() -> None:
    sources = [*files(".py", ".sh"), *(CHECKOUT / "bin").iterdir(), CHECKOUT / ".ci" / "run"]
    found = {name for path in sources for name in re.findall(r"TINHSO_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))}
    assert sorted(name for name in found - INTERNAL if f"`{name}`" not in DOCUMENTS) == []


def test_every_command_is_documented() -> None:
    assert [name for name in cli.commands() if f"tinhso {name}" not in DOCUMENTS] == []


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{path.name}: {target}"
        for path in files(".md")
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []
