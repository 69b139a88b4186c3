"""A table as .csv: numbers with a point, days as 2022-06-14, and no text that could be taken for a formula."""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from tinhso.lib.workbook.writing import Heading, Table, Value

#: What a program reads as a formula when it opens a .csv file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def series_csv(table: Table) -> str:
    """Numbers with a point and days as 2022-06-14, for programs; text that looks like a formula is quoted as text."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(column.label for column in table.columns)
    for row in table.rows:
        if not isinstance(row, Heading):
            writer.writerow(_plain(value) for value in row)
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{file.getvalue()}"


def _plain(value: Value) -> str:
    if isinstance(value, Fraction):
        return f"{float(value):.6f}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
