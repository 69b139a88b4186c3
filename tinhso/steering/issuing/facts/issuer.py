"""Who issues a report: the body in charge with its names of a day, its superior, who signs, by which symbol."""

import re
from dataclasses import dataclass
from datetime import date

from tinhso.kernel.documents.models import IssuedDocument
from tinhso.kernel.organisations.models import Holding, Kind, Post, UnitVersion
from tinhso.kernel.organisations.naming import COMMITTEE_KINDS, body_name
from tinhso.kernel.organisations.roster import Roster
from tinhso.steering.reporting.models import Round

#: In whose name the head of a body that decides together signs (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 1).
_COLLECTIVE = {**dict.fromkeys(COMMITTEE_KINDS, "TM. ỦY BAN NHÂN DÂN"), Kind.COMMITTEE: "TM. BAN CHỈ ĐẠO"}
_LETTERS = re.compile(r"[A-ZĐ]{2,}")
#: "BC-STTTT", "STTTT-CNTT": what follows the kind of a document.
_SYMBOL = re.compile(r"[A-Za-zĐđ]{2,4}-([A-ZĐ&]{2,}(?:-[A-ZĐ&]+)?)")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body in charge on the day. Empty: not known here, to be filled in by hand."""

    name: str
    parent: str
    abbreviation: str
    place: str
    authority: str
    post: str
    person: str


def issuer_of(round_: Round, day: date) -> Issuer:
    """Who gathers the round, or answers for it since it ended; three queries at most."""
    roster, unit = Roster.on(day), round_.coordinating_unit_id
    unit = next((span.unit for span in roster.answering.answerers(unit, day)), unit)
    version = roster.versions_of([unit]).get(unit)
    if version is None:
        return Issuer("", "", "", place="", authority="", post="", person="")
    parent = roster.units.get(version.parent_id or 0)
    head = roster.head_of(unit)
    return Issuer(
        _full(version),
        body_name(parent) if parent else "",
        abbreviation_of(version),
        place=_place(version, roster),
        authority=_COLLECTIVE.get(Kind(version.kind), ""),
        post=_title(head, version).upper() if head else "",
        person=_holder(head, day) if head else "",
    )


def abbreviation_of(version: UnitVersion) -> str:
    """What stands for the body in symbols: its short name where that is letters alone, else that of the last report or
    other document with a kind that it issued; one query."""
    if _LETTERS.fullmatch(version.short_name):
        return version.short_name
    issued = IssuedDocument.objects.filter(issuing_unit=version.unit_id, corrected_by=None).order_by(
        "-issued_on", "-pk"
    )
    found = (_SYMBOL.fullmatch(symbol) for symbol in issued.values_list("symbol", flat=True)[:50])
    return next((match[1] for match in found if match), "")


def _full(version: UnitVersion) -> str:
    """The body's name as it stands over its own documents: "UBND" is written out."""
    return re.sub(r"^UBND ", "Ủy ban nhân dân ", body_name(version))


def _place(version: UnitVersion, roster: Roster) -> str:
    """The name alone of the territory that the body belongs to: "Bắc Giang"."""
    found: UnitVersion | None = version
    while found and found.kind not in COMMITTEE_KINDS:
        found = roster.units.get(found.parent_id or 0)
    if found is None:
        return ""
    kind = Kind(found.kind).label.removesuffix(" thuộc tỉnh")
    return found.name.removeprefix(f"{kind} ")


def _title(head: Post, version: UnitVersion) -> str:
    """ "Chủ tịch UBND" is "Chủ tịch" under "TM. ỦY BAN NHÂN DÂN"; "Chánh", "Trưởng" need what they are of."""
    title = head.title.removesuffix(" UBND")
    if " " in title:
        return title
    body = next((word for word in ("Văn phòng", "Thanh tra", "Ban") if version.name.startswith(word)), "")
    return f"{title} {body}".strip()


def _holder(head: Post, day: date) -> str:
    held = Holding.objects.valid_on(day).filter(post=head).order_by("seat")
    return next(iter(held.values_list("person", flat=True)[:1]), "")
