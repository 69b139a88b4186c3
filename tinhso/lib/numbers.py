"""Numbers the Vietnamese way: 1.234,5."""

import re
from decimal import Decimal

#: Dots or blanks stand between thousands only: "0.125" and "1 23" are no numbers of ours.
_GROUPS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+"
_WRITTEN = re.compile(rf"[-−+]? ?(?:{_GROUPS})(?:,[0-9]+)?")
_PLAIN = str.maketrans({"−": "-", "+": None, ".": None, " ": None, ",": "."})
#: What every database keeps as an integer.
_DIGITS = 18


def write_number(value: Decimal | float, decimals: int | None = None) -> str:
    """Such as "1.234,5": dots between thousands, a decimal comma; with ``decimals`` exactly so many places."""
    exact = Decimal(str(value))
    plain = f"{exact:,f}" if decimals is None else f"{exact:,.{decimals}f}"
    return plain.translate(str.maketrans(",.", ".,"))


def parse_number(text: str) -> Decimal | None:
    """The number a person typed ("1.234,5", "1 234"), None when it is none or can be read in two ways ("1.23")."""
    text = " ".join(text.split())
    return Decimal(text.translate(_PLAIN)) if _WRITTEN.fullmatch(text) else None


def whole_number(text: str) -> int:
    """The number that a program wrote into a form, such as a version or a key; 0 when it is none of up to 18 digits."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0
