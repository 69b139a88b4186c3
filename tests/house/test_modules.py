"""Every module can be imported on its own, and the reader's command never loads Django."""

import importlib
import subprocess
import sys

import pytest

from tests.house.sources import files, name
from tinhso.config import cli, discovery
from tinhso.config.places import CHECKOUT

MODULES = sorted(
    name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    for path in files(".py")
    if path.is_relative_to(discovery.PACKAGE) and path.name != "__main__.py" and path.stat().st_size
)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_imported_and_says_what_it_is(module: str) -> None:
    assert importlib.import_module(module).__doc__


@pytest.mark.parametrize("words", [["--help"], ["read", "samples/plans/kh-bcdcds-bacgiang-2022.txt", "--json"]])
def test_the_command_line_without_a_database_loads_no_django(words: list[str]) -> None:
    asked = f"import sys; from tinhso.config import cli; cli.main({words}); sys.exit('django' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", asked], cwd=CHECKOUT, check=False, capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_every_command_names_a_function_that_exists() -> None:
    places = [command.run.partition(":") for command in cli.commands().values()]
    assert all(callable(getattr(importlib.import_module(module), function)) for module, _, function in places)
