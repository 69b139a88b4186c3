"""The secret key of this installation, made once and kept in the state folder."""

import os
import secrets
import tempfile
from pathlib import Path


def secret_key(home: Path) -> str:
    """The key from ``home/secret-key``; the first caller makes it. A killed or a second process sees a whole key."""
    place = home / "secret-key"
    if not place.exists():
        _make(place)
    return place.read_text(encoding="ascii").strip()


def _make(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix="secret-key.", dir=place.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        # A hard link fails where the key exists, so of two processes that start together one wins.
        os.link(draft, place)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
