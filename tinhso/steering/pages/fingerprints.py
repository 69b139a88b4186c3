"""What was filled in, as a few letters that are the same for the same words and files."""

import hashlib
import json
from collections.abc import Mapping

from django.core.files.base import File

#: What a form carries beside what is said in it.
_NOT_SAID = ("once", "ve", "next")


def fingerprint(facts: Mapping[str, object], *about: str) -> str:
    """Of what a form says, and of what it is ``about``; a field left empty says as little as none."""
    said = sorted((name, _plain(value)) for name, value in facts.items() if name not in _NOT_SAID)
    words = json.dumps([about, [each for each in said if each[1]]], ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_plain(each) for each in value)
    if isinstance(value, File):
        return f"{value.name} {_digest(value)}"
    return "" if value is None else str(value)


def _digest(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for part in file.chunks():
        digest.update(part)
    return digest.hexdigest()
