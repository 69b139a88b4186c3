"""The guide for developers of other systems is true: its examples run, its table names what there is."""

import re
import shlex
from itertools import pairwise

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.doors.table import every_row
from tests.furnished import Keys
from tests.house.routes import routes
from tinhso.config import cli
from tinhso.config.places import CHECKOUT
from tinhso.kernel.accounts.models import Account
from tinhso.surfaces.api.description import description
from tinhso.surfaces.api.tests.conftest import secret_for

GUIDE = (CHECKOUT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for line in block.replace("\\\n", " ").splitlines()
    if line.strip()
]
ROW = re.compile(
    r"^\| [^|]+ \| (?:`([a-z_]+:[a-z_]+)`|–) \| `([A-Z]+) (/\S*)` \| (?:`tinhso ([a-z]+)`|–) \|$", re.MULTILINE
)
#: Pages that change something and have no operation, the command that does it, and why.
ASIDE = re.compile(r"^\| ((?:`[a-z_]+:[a-z_]+`(?:, )?)+) \| (?:`tinhso ([a-z]+)`|–) \| ([^|]+) \|$", re.MULTILINE)
HERE = "http://testserver"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.mark.django_db
def test_every_example_of_the_guide_runs(keys: Keys, lead: Client, officer: Account) -> None:
    known = {"TOKEN": secret_for(officer), "TINHSO": HERE, "PROGRAMME": keys["programme"], "TASK": keys["task"]}
    assert len(EXAMPLES) >= 7
    for line in EXAMPLES:
        said = re.sub(r"\$([A-Z]+)", lambda found: str(known[found[1]]), line)
        status, told = curl(said)
        assert status < 300, (line, told)


def curl(line: str) -> tuple[int, str]:
    """What the command would send, sent to the installation under test."""
    words = shlex.split(line)
    (address,) = (word.removeprefix(HERE) for word in words if word.startswith(HERE))
    given = [(option, value) for option, value in pairwise(words) if option in {"-H", "-X", "-d", "-F"}]
    headers = dict(value.split(": ", 1) for option, value in given if option == "-H")
    kind = headers.pop("Content-Type", "application/octet-stream")
    client, options = Client(headers=headers), dict(given)
    if "-F" in options:
        name, _, file = options["-F"].partition("=@")
        answer = client.post(address, {name: SimpleUploadedFile(file, PDF)})
    else:
        answer = client.generic(options.get("-X", "GET"), address, options.get("-d", ""), content_type=kind)
    return answer.status_code, answer.content.decode()


def test_the_table_names_every_operation_once_and_only_what_there_is() -> None:
    rows = ROW.findall(GUIDE)
    operations = {
        (method.upper(), address.removeprefix("/api/v1"))
        for address, methods in description()["paths"].items()
        for method in methods
    }
    assert sorted((method, address) for _page, method, address, _command in rows) == sorted(operations)
    assert {page for page, *_ in rows if page} <= {route.name for route in routes()}
    assert {command for *_, command in rows if command} <= set(cli.commands())


def test_every_page_that_changes_something_has_an_operation_or_a_reason_why_not() -> None:
    changing = {row.route for row in every_row() if row.method == "POST" and not row.route.startswith("api:")}
    operated = {page for page, method, *_ in ROW.findall(GUIDE) if method != "GET"}
    told = [(pages, command) for pages, command, why in ASIDE.findall(GUIDE) if why.strip()]
    aside = [page for pages, _command in told for page in re.findall(r"`([^`]+)`", pages)]
    assert sorted({*aside, *operated}) == sorted(changing)
    assert len(aside) == len(set(aside) - operated), "each once, and not beside an operation"
    assert {command for _pages, command in told if command} <= set(cli.commands())
