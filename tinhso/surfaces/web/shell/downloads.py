"""Answers that are files."""

import re

from django.http import HttpResponse

from tinhso.lib.text import fold
from tinhso.lib.workbook.writing import CONTENT_TYPE


def workbook_response(content: bytes, name: str) -> HttpResponse:
    """A workbook to be kept as ``name`` without diacritics, ".xlsx"."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name if name.isascii() else fold(name)).strip("-")
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{plain or "bang"}.xlsx"'
    return response
