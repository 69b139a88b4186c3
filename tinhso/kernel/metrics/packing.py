"""Keys of records packed small: sorted, as differences, compressed; and an eight-byte mark of each record."""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

MARK = 8


def packed(keys: Sequence[int]) -> bytes:
    """Ascending keys as bytes: about two bytes a record."""
    steps = [later - earlier for earlier, later in pairwise((0, *keys))]
    return zlib.compress(struct.pack(f"<{len(steps)}q", *steps))


def unpacked(content: bytes) -> list[int]:
    """The keys again."""
    steps = zlib.decompress(content)
    return list(accumulate(struct.unpack(f"<{len(steps) // 8}q", steps)))


def mark_of(values: Iterable[object]) -> bytes:
    """A record as it is shown, in eight bytes: other bytes are another record."""
    return hashlib.blake2b("\x1f".join(map(str, values)).encode(), digest_size=MARK).digest()


def marks(content: bytes) -> list[bytes]:
    """The marks again, in the order of the keys."""
    return [content[start : start + MARK] for start in range(0, len(content), MARK)]
