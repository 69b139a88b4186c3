"""The short code of a programme, made from its document: "kh-bcdcds-2022"."""

import re

from tinhso.lib.text import fold
from tinhso.steering.programmes.models import PlanDocument, Programme
from tinhso.steering.programmes.period import Period

_LENGTH = 50


def code_for(document: PlanDocument, period: Period) -> str:
    """Symbol (or kind) and years, with a number behind it when another programme has it already."""
    years = {period.starts_on.year, period.ends_on.year}
    words = "-".join([document.symbol or document.kind or "chuong-trinh", *map(str, sorted(years))])
    stem = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:_LENGTH].strip("-")
    taken = set(Programme.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return (
        stem
        if stem not in taken
        else next(f"{stem}-{n}" for n in range(2, len(taken) + 3) if f"{stem}-{n}" not in taken)
    )
