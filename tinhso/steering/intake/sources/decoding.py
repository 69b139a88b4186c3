"""Decoding: the letters behind a text file's bytes."""

import codecs

from tinhso.steering.intake.sources.font_encodings import encoding_of, share_of_syllables
from tinhso.steering.intake.sources.refusals import BinaryText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
#: Bytes that no text has: the C0 controls but tab, line ends, form feed and the end-of-file sign of DOS.
_NO_TEXT = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 26, 27))


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file and the notes about its encoding; BinaryText when it holds no text."""
    encoding = _unicode_of(content)
    if encoding is None and _is_binary(content):
        raise BinaryText(name=name)
    text, notes = (content.decode(encoding, "replace"), ()) if encoding else _decode_bytes(content)
    if text.count("\ufffd") > max(3, len(text) // 100):
        raise BinaryText(name=name)
    return read_fonts(text, notes)


def read_fonts(text: str, notes: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """The text with a font encoding (TCVN3, VNI) turned into Unicode, and the notes with what was done."""
    font = encoding_of(text)
    return (font.read(text), (font.note,)) if font else (text, notes)


def _unicode_of(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    return _bare_utf16(content[:_SAMPLE]) or ("utf-8" if _is_utf8(content) else None)


def _bare_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: blanks, digits and Latin letters have a zero byte on one side."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = max(4, len(sample) // 10)
    if odd >= enough and even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if even >= enough and odd * 20 < even else None


def _is_utf8(content: bytes) -> bool:
    if b"\x00" in content or _is_binary(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.start >= len(content) - 3 and len(content) > 3
    return True


def _is_binary(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _NO_TEXT))
    return b"\x00" in sample or strange * 200 > len(sample)


def _decode_bytes(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Eight-bit text: Windows-1258 when that gives Vietnamese, else Western letters for the font encodings."""
    vietnamese = content.decode("cp1258", "replace")
    western = content.decode("cp1252", "replace") if _fits(content, "cp1252") else content.decode("latin-1")
    if share_of_syllables(vietnamese[:_SAMPLE]) > _best_share(western):
        return vietnamese, ("Tệp dùng bảng mã Windows-1258; đã chuyển sang Unicode.",)
    return western, ()


def _best_share(western: str) -> float:
    sample = western[:_SAMPLE]
    font = encoding_of(sample)
    return share_of_syllables(font.read(sample) if font else sample)


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
