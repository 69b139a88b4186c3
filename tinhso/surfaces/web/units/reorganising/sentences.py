"""A line of a draft as one Vietnamese sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tinhso.kernel.organisations.models import Kind
from tinhso.kernel.reorganisations.models import Deed, Line
from tinhso.lib.numbers import write_number
from tinhso.surfaces.web.units.choosing import Offer

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A line with its words."""

    line: Line
    words: str


def told(lines: Iterable[Line], offered: Iterable[Offer]) -> list[Told]:
    """Every line in words, units by their names of the day."""
    listed = list(lines)
    names = {offer.key: offer.name for offer in offered}
    names |= {line.unit: line.name for line in listed if line.deed == Deed.ESTABLISH}
    return [Told(line, _SENTENCES[Deed(line.deed)](line, names)) for line in listed]


def _name(key: str, names: Names) -> str:
    return names.get(key, key)


def _established(line: Line, names: Names) -> str:
    under = f", trực thuộc {_name(line.parent, names)}" if line.parent else ""
    head = f"; người đứng đầu: {line.head_title}" if line.head_title else ""
    return f"Thành lập {line.name} ({Kind(line.kind).label.lower()}){under}{head}."


def _amended(line: Line, names: Names) -> str:
    changes = [
        f"tên mới “{line.name}”" if line.name else "",
        f"viết tắt “{line.short_name}”" if line.short_name else "",
        f"loại {Kind(line.kind).label.lower()}" if line.kind else "",
        f"mã {line.official_code}" if line.official_code else "",
        f"trực thuộc {_name(line.parent, names)}" if line.parent else "",
    ]
    return f"{_name(line.unit, names)}: {'; '.join(change for change in changes if change)}."


def _merged(line: Line, names: Names) -> str:
    along = "; đơn vị trực thuộc đi theo" if line.with_children else ""
    return f"{_name(line.unit, names)} nhập vào {_name(line.successor, names)}{along}."


def _split(line: Line, names: Names) -> str:
    share = f" {write_number((line.share * 100).normalize())} %" if line.share else ""
    function = f": {line.function}" if line.function else ""
    ends = "; đơn vị cũ kết thúc hoạt động" if line.ends else ""
    return f"{_name(line.unit, names)} chia sang {_name(line.successor, names)}{share}{function}{ends}."


def _transferred(line: Line, names: Names) -> str:
    return f"{_name(line.unit, names)} chuyển “{line.function}” cho {_name(line.successor, names)}."


def _dissolved(line: Line, names: Names) -> str:
    along = "; đơn vị trực thuộc chuyển về cấp trên" if line.with_children else ""
    return f"{_name(line.unit, names)} giải thể, kết thúc hoạt động{along}."


def _stopped(line: Line, names: Names) -> str:
    return f"{_name(line.unit, names)} kết thúc hoạt động; kế tiếp nêu ở quyết định khác cùng ngày."


_SENTENCES: Mapping[Deed, Callable[[Line, Names], str]] = {
    Deed.ESTABLISH: _established,
    Deed.AMEND: _amended,
    Deed.MERGE: _merged,
    Deed.SPLIT: _split,
    Deed.TRANSFER: _transferred,
    Deed.DISSOLVE: _dissolved,
    Deed.END: _stopped,
}
