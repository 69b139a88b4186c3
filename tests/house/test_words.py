"""Words that may stand nowhere in the house, and places that need a noun."""

import ast
import re
from pathlib import Path

from tests.house.sources import files, name
from tinhso.config.places import CHECKOUT

NAMELESS = {"utils", "helpers", "common", "misc", "core", "extras", "base", "util", "helper"}
#: Django asks a database engine for a module of that name.
ENGINES = ("/sqlite/base.py", "/postgresql/base.py")
#: Spelt apart, so that this file does not contain them.
REGISTRIES = tuple(
    "".join(parts)
    for parts in (
        ("pypi.", "org"),
        ("python", "hosted.org"),
        ("registry.", "npmjs"),
        ("npmjs.", "org"),
        ("yarnpkg.", "com"),
    )
)
#: The other way to place a tone: "uỷ", "hoá", "khoá" (of "quý" it is the only one).
NEWER_TONES = re.compile(r"(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)
OTHERS_WORDS = (
    *("tinhso/steering/intake/", "tinhso/steering/programmes/tests/", "tinhso/kernel/search/", "tinhso/lib/"),
    *("tests/", "bench/", "docs/performance.md", "tinhso/kernel/organisations/tests/"),
)
TEXTS = (
    ".py",
    ".txt",
    ".in",
    ".toml",
    ".json",
    ".md",
    ".html",
    ".css",
    ".js",
    ".sh",
    ".yml",
    ".yaml",
    ".cfg",
    ".npmrc",
)


def test_no_file_names_the_address_of_a_package_registry() -> None:
    found = [
        name(path)
        for path in files(*TEXTS, "run", "test", "Makefile")
        if any(host in path.read_text(encoding="utf-8") for host in REGISTRIES)
    ]
    assert found == []


def test_vietnamese_is_spelt_one_way() -> None:
    """Tone marks stand as in "Ủy ban", "hóa", "khóa"; what reads, folds or finds texts of others knows both ways."""
    spelt = [name(path) for path in files(".py", ".html", ".js", ".md") if not name(path).startswith(OTHERS_WORDS)]
    assert [path for path in spelt if NEWER_TONES.search((CHECKOUT / path).read_text(encoding="utf-8"))] == []


def test_every_module_is_named_by_a_noun() -> None:
    named = [name(path) for path in files(".py") if not name(path).endswith(ENGINES)]
    assert [path for path in named if NAMELESS & set(path.removesuffix(".py").split("/"))] == []


def test_no_class_of_ours_is_a_mixin_and_nothing_is_imported_with_a_star() -> None:
    found = [f"{name(path)}:{node.lineno}" for path in files(".py") for node in _nodes(path) if _refused(node)]
    assert found == []


def test_nothing_that_the_set_up_fetches_is_kept() -> None:
    assert list(map(name, files(".woff2", ".woff", ".ttf", ".min.js", ".min.css", ".whl"))) == []


def _nodes(path: Path) -> list[ast.stmt]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _refused(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef):
        return "Mixin" in node.name
    return isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
