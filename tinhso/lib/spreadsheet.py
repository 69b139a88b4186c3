"""Text that goes into a table of text: a spreadsheet must not take what somebody typed for a formula."""

#: With these Excel and LibreOffice begin a formula, after blanks too (OWASP, CSV injection).
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(cell: str) -> str:
    """The cell as it is, with an apostrophe before it where a spreadsheet would calculate. A plain number stays."""
    begins = cell.lstrip(" ").startswith(_BEGINS_FORMULA) or cell.startswith(("\t", "\r"))
    return f"'{cell}" if begins and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell[:1] in "+-" and cell[1:].replace(",", "").replace(".", "").isdecimal()
