"""The rounds that take reports just now, as the board of a programme tells of them."""

from dataclasses import dataclass

from tinhso.steering.pages.asked import Asked, address_of
from tinhso.steering.reporting.board import Tally, tallies_of
from tinhso.steering.reporting.models import Round


@dataclass(frozen=True, slots=True)
class OpenRound:
    """An open round with how many reports are in; ``address`` leads to its board, ``missing_at`` to those missing."""

    title: str
    tally: Tally
    address: str

    @property
    def missing_at(self) -> str:
        """Where the units are named that have not sent."""
        return f"{self.address}?tinh_trang=thieu"


def open_rounds(about: Asked) -> list[OpenRound]:
    """Those that ask about the programme, the latest first; two queries, one where none is open."""
    found = list(Round.objects.open().of_programme(about.programme))
    if not found:
        return []
    tallies = tallies_of(found, about.programme.demonstration_on or about.today)
    return [
        OpenRound(each.title, tallies[each.pk], address_of("rounds:board", about.programme.pk, each.pk))
        for each in found
    ]
