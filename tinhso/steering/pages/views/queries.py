"""The words of an address that make a view: filters, order, grouping, columns; never the day or the leaf."""

from urllib.parse import urlencode

from django.http import QueryDict

from tinhso.steering.pages.task_columns import COLUMNS
from tinhso.steering.pages.task_filter import TaskForm

_KNOWN = (*TaskForm.base_fields, "sort")


def view_query(query: QueryDict) -> str:
    """The same question gives the same words, in whatever order it was put; unknown parameters are left out."""
    pairs = [(name, value) for name in _KNOWN for value in query.getlist(name) if value]
    wanted = set(query.getlist("cot"))
    pairs += [("cot", column.key) for column in COLUMNS if column.key in wanted]
    return urlencode(pairs)
