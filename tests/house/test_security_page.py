"""docs/security.md names every requirement of the standard once, and nothing that does not exist."""

import re

from django.conf import settings

from tests.house.sources import files
from tinhso.config import cli
from tinhso.config.places import CHECKOUT

PAGE = (CHECKOUT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| (.+) \|$", PAGE, flags=re.MULTILINE)
VERDICTS = {"holds", "partly", "open", "not applicable"}
#: Levels 1 and 2 of V1–V14 in 4.0.3: chapter.section → numbers, the withdrawn ones and those of level 3 left out.
REQUIREMENTS = {
    "1.1": range(1, 8),
    "1.2": range(1, 5),
    "1.4": (1, 4, 5),
    "1.5": range(1, 5),
    "1.6": range(1, 5),
    "1.7": (1, 2),
    "1.8": (1, 2),
    "1.9": (1, 2),
    "1.10": (1,),
    "1.11": (1, 2),
    "1.12": (2,),
    "1.14": range(1, 7),
    "2.1": range(1, 13),
    "2.2": range(1, 4),
    "2.3": range(1, 4),
    "2.4": range(1, 6),
    "2.5": range(1, 8),
    "2.6": range(1, 4),
    "2.7": range(1, 7),
    "2.8": range(1, 8),
    "2.9": range(1, 4),
    "2.10": range(1, 5),
    "3.1": (1,),
    "3.2": range(1, 5),
    "3.3": range(1, 5),
    "3.4": range(1, 6),
    "3.5": range(1, 4),
    "3.7": (1,),
    "4.1": (1, 2, 3, 5),
    "4.2": (1, 2),
    "4.3": range(1, 4),
    "5.1": range(1, 6),
    "5.2": range(1, 9),
    "5.3": range(1, 11),
    "5.4": range(1, 4),
    "5.5": range(1, 5),
    "6.1": range(1, 4),
    "6.2": range(1, 7),
    "6.3": (1, 2),
    "6.4": (1, 2),
    "7.1": range(1, 5),
    "7.2": (1, 2),
    "7.3": (1, 3, 4),
    "7.4": range(1, 4),
    "8.1": range(1, 5),
    "8.2": range(1, 4),
    "8.3": range(1, 9),
    "9.1": range(1, 4),
    "9.2": range(1, 5),
    "10.2": (1, 2),
    "10.3": range(1, 4),
    "11.1": range(1, 9),
    "12.1": range(1, 4),
    "12.2": (1,),
    "12.3": range(1, 7),
    "12.4": (1, 2),
    "12.5": (1, 2),
    "12.6": (1,),
    "13.1": (1, 3, 4, 5),
    "13.2": (1, 2, 3, 5, 6),
    "13.3": (1, 2),
    "13.4": (1, 2),
    "14.1": range(1, 5),
    "14.2": range(1, 7),
    "14.3": (2, 3),
    "14.4": range(1, 8),
    "14.5": range(1, 5),
}
#: Words of other programs, which nothing here can prove.
FOREIGN = {"no-store", "private, no-cache", "no-cache", "sslmode", "sslmode=verify-full", "smtps", "npm audit"}
FOREIGN |= {"pip-audit", "server_tokens off", "autocomplete", "eval", "secrets", "secret-key", "tinhso", "ModelForm"}


def named() -> set[str]:
    """Everything between the little ticks."""
    return set(re.findall(r"`([^`]+)`", PAGE)) - FOREIGN


def known_tests() -> set[str]:
    return {
        name
        for path in files(".py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }


def exists(name: str, tests: set[str], documents: str) -> bool:
    if name.startswith("test_"):
        return name in tests
    if name.startswith(("make ", "tinhso ")):
        program, _, word = name.partition(" ")
        return word in cli.commands() if program == "tinhso" else f"\n{word}:" in documents
    if name.isupper():
        return hasattr(settings, name) or f"`{name}`" in documents
    return (CHECKOUT / name).exists()


def test_every_requirement_has_one_line() -> None:
    wanted = [f"{section}.{number}" for section, numbers in REQUIREMENTS.items() for number in numbers]
    assert [row[0] for row in ROWS] == wanted


def test_every_line_has_a_verdict_and_says_what_shows_it() -> None:
    assert {row[2].strip() for row in ROWS} <= VERDICTS
    assert all(row[3].strip() for row in ROWS)


def test_every_test_file_setting_and_command_named_exists() -> None:
    tests = known_tests()
    sources = ("docs/deployment.md", "Makefile")
    documents = "\n".join((CHECKOUT / source).read_text(encoding="utf-8") for source in sources)
    assert sorted(name for name in named() if not exists(name, tests, documents)) == []
