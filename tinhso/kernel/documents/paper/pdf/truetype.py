"""A TrueType file read: how wide each letter is."""

import struct

_UNICODE = (3, 1)


def advances(data: bytes) -> dict[int, float]:
    """The width of each letter of a face by its code, in parts of the size."""
    tables = _tables(data)
    em = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    counted = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    wide = [struct.unpack_from(">H", data, tables["hmtx"] + 4 * place)[0] / em for place in range(counted)]
    glyphs = _glyphs(data, tables["cmap"])
    return {code: wide[min(glyph, counted - 1)] for code, glyph in glyphs.items() if glyph}


def _tables(data: bytes) -> dict[str, int]:
    """Where each table of a TrueType file begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    rows = (struct.unpack_from(">4s3L", data, 12 + 16 * place) for place in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in rows}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Code → glyph of the Unicode map in format 4 (OpenType, "cmap")."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    maps = {row[:2]: row[2] for row in (struct.unpack_from(">HHL", data, cmap + 4 + 8 * n) for n in range(count))}
    start = cmap + maps[_UNICODE]
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", data, start + 14 + 2 * segments * part + (2 if part else 0))
        for part in range(4)
    )
    found: dict[int, int] = {}
    for place, (first, last, delta, offset) in enumerate(zip(firsts, ends, deltas, offsets, strict=True)):
        at = start + 16 + 6 * segments + 2 * place + offset
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = struct.unpack_from(">H", data, at + 2 * (code - first))[0] if offset else code
            found[code] = (glyph + delta) % 0x10000 if glyph or not offset else 0
    return found
