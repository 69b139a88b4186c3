"""Finds the parts of this installation by their place in the tree, without importing them."""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
#: Where apps may stand, in the order that Django loads them and looks for templates.
PARTS = ("steering", "domains", "surfaces", "kernel")
#: Whatever of these a package has makes it a Django app.
APP_SIGNS = ("apps.py", "models.py", "models", "migrations", "management", "templatetags", "templates", "static")


def apps() -> list[str]:
    """Dotted names of the packages that are Django apps: ``tinhso.kernel.accounts``."""
    return [_dotted(folder) for folder in _packages() if any((folder / sign).exists() for sign in APP_SIGNS)]


def modules(name: str) -> list[str]:
    """Dotted names of every module called ``name`` (``urls``, ``commands``) in a package of the tree."""
    return [_dotted(folder / name) for folder in _packages() if (folder / f"{name}.py").is_file()]


def _packages() -> Iterator[Path]:
    for part in PARTS:
        for marker in sorted((PACKAGE / part).rglob("__init__.py")):
            if not {"migrations", "management", "tests"} & set(marker.relative_to(PACKAGE).parts):
                yield marker.parent


def _dotted(path: Path) -> str:
    return ".".join(("tinhso", *path.relative_to(PACKAGE).parts))
