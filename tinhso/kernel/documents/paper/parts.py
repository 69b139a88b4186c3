"""An official document as data: the parts that NĐ 30/2020/NĐ-CP, Điều 8, names, in the order of Phụ lục I."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tinhso.kernel.documents.paper.words import Block


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues: the body, above it the body it is under (empty where there is none above); ``named`` is the body as
    a sentence names it ("Ủy ban nhân dân tỉnh"), where that is not how the letterhead prints it."""

    body: str
    parent: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """The block at the end, from the top: the lines of authority and post as printed ("TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), below them the name; no degree or title stands before it."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """ "Nơi nhận": who receives, one a line without dash and end mark; ``kept`` is what follows "Lưu: " ("VT, CNS")."""

    lines: tuple[str, ...]
    kept: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: ``number`` as printed ("Phụ lục I"; "Phụ lục" where it is the only one), its title, its body.

    A ``landscape`` one lies across the page.
    """

    number: str
    title: str
    blocks: Sequence[Block]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document. ``kind`` is its name as printed ("BÁO CÁO"), empty for a công văn, whose subject stands under the
    number as "V/v …". ``number`` None and ``issued_on`` None are places left free, as in a draft. ``bases`` are legal
    grounds without their end marks; ``addressed`` are the lines after "Kính gửi:"."""

    letterhead: Letterhead
    symbol: str
    place: str
    kind: str
    subject: str
    blocks: Sequence[Block]
    signing: Signing
    recipients: Recipients
    number: int | None = None
    issued_on: date | None = None
    addressed: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    annexes: Sequence[Annex] = field(default=())
