"""Where this installation keeps things: the checkout and its state folder. Plain Python, read before Django."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def home() -> Path:
    """The state folder (``TINHSO_HOME``, else ``var`` in the checkout): database, files, secret key, logs."""
    return Path(os.environ.get("TINHSO_HOME") or CHECKOUT / "var").resolve()
