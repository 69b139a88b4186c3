"""What counting says, as tests ask for it."""

from collections.abc import Callable

import pytest

from tinhso.lib.errors import TinhsoError
from tinhso.steering.figures.models import Value
from tinhso.steering.programmes.models import Indicator


def figures(indicator: Indicator) -> dict[str, str]:
    """Unit → what counting says of it now."""
    found = Value.objects.known_at().filter(indicator=indicator, source="counted").select_related("unit")
    return {value.unit.key: f"{value.numerator:.0f}/{value.denominator:.0f} {value.reference}" for value in found}


def refusal(deed: Callable[..., object], *args: object, **more: object) -> str:
    with pytest.raises(TinhsoError) as refused:
        deed(*args, **more)
    return refused.value.code
