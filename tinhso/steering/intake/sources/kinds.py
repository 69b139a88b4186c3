"""Kinds of file, told by content first and by name only where the content leaves it open."""

from typing import Literal

Kind = Literal["text", "docx", "pdf", "doc"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: What other files open with; their bytes are no text even when they look like it.
_OTHERS = (
    *(b"{\\rtf", b"%!PS", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    *(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF"),
)


def kind_of(content: bytes, name: str) -> Kind | None:
    """The kind of a file; None for one that is not accepted. An Office archive is judged further by its parts."""
    head = content[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(_ZIP):
        return "docx"
    if head.startswith(_OLE):
        return "doc"
    return None if head.startswith(_OTHERS) else "text"
