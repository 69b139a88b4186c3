"""Choosing a unit by typing: a field that offers the units of a day and understands a name or a key."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms

from tinhso.kernel.organisations.models import UnitVersion
from tinhso.lib.text import matches

#: The words that the browser offers end with the key: "Sở Y tế (so-y-te)".
_KEY = re.compile(r"\(([a-z0-9-]+)\)\s*$")
OFFERED = "units-offered"


@dataclass(frozen=True, slots=True)
class Offer:
    """A unit that may be chosen."""

    key: str
    name: str

    @property
    def words(self) -> str:
        """What is offered and typed."""
        return f"{self.name} ({self.key})"


def offers(versions: Iterable[UnitVersion]) -> list[Offer]:
    """Units as they are called."""
    return [Offer(version.unit.key, version.name) for version in versions]


class UnitField(forms.CharField):
    """Gives the key of the one unit that the words mean, "" for none. Set ``offered`` before it is cleaned."""

    offered: Sequence[Offer] = ()
    widget = forms.TextInput(attrs={"list": OFFERED, "autocomplete": "off"})

    def clean(self, value: object) -> str:
        """The key; an unknown or ambiguous name is refused with what it may be."""
        words = str(super().clean(value)).strip()
        return self._key_of(words) if words else ""

    def _key_of(self, words: str) -> str:
        written = _KEY.search(words)
        wanted = written.group(1) if written else words
        found = [offer for offer in self.offered if offer.key == wanted or offer.name == words]
        found = found or [offer for offer in self.offered if matches(words, offer.name)]
        if len(found) == 1:
            return found[0].key
        told = ", ".join(offer.words for offer in found[:4])
        raise forms.ValidationError(f"Có {len(found)} đơn vị khớp: {told}…" if found else "Không có đơn vị nào khớp.")
