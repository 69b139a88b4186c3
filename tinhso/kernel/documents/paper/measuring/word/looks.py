"""How letters look, found once for all runs that say the same in paragraphs of the same styles."""

from dataclasses import dataclass, field, replace

from lxml import etree

from tinhso.kernel.documents.paper.measuring.facts import Letters
from tinhso.kernel.documents.paper.measuring.word.styles import Owners, Styles, first_value, is_on, size_of
from tinhso.lib.ooxml import W


@dataclass(frozen=True, slots=True)
class Look:
    """Letters without their text; whether they are printed in capitals, or not at all."""

    bare: Letters
    capitals: bool
    hidden: bool

    def faced(self, text: str) -> Letters:
        """The text as it is printed."""
        return replace(self.bare, text=text.upper() if self.capitals else text)


@dataclass(slots=True)
class Looks:
    """The looks of a document."""

    styles: Styles
    _known: dict[tuple[bytes, Owners], Look] = field(default_factory=dict)

    def of(self, run: etree._Element, paragraph: Owners) -> Look:
        """The look of a run; ``paragraph`` is where the properties of its paragraph stand."""
        key = said_by(run, "rPr"), paragraph[1:]
        if key not in self._known:
            self._known[key] = self._look(self.styles.of_run(run, paragraph))
        return self._known[key]

    def _look(self, owners: Owners) -> Look:
        underline = first_value(owners, "rPr", "u")
        bare = Letters(
            "",
            self.styles.face(owners),
            size_of(owners),
            bold=is_on(owners, "rPr", "b"),
            italic=is_on(owners, "rPr", "i"),
            underlined=underline not in {None, "none", ""},
            colour=_colour(first_value(owners, "rPr", "color")),
        )
        return Look(bare, is_on(owners, "rPr", "caps"), is_on(owners, "rPr", "vanish"))


def said_by(owner: etree._Element, group: str) -> bytes:
    """What an element says itself, as bytes that are equal for equal words."""
    properties = owner.find(f"{W}{group}")
    return b"" if properties is None else etree.tostring(properties)


def _colour(stated: str | None) -> str:
    return "000000" if stated in {None, "", "auto"} else str(stated).upper()
