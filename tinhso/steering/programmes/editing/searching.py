"""The columns by which an item is found and sorted, made anew when its words or people change."""

from tinhso.lib.text import fold, sort_key
from tinhso.steering.programmes.making.indicators import SORTED_SIGNS
from tinhso.steering.programmes.models import Assignment, EditableItem, Indicator, Task


def fill_search_columns(item: EditableItem) -> None:
    """Set ``folded`` and ``sort_key`` of an indicator or a task from what it says; the caller saves. One query."""
    if not isinstance(item, Indicator | Task):
        return
    people = Assignment.objects.current().filter(**{str(item._meta.model_name): item}).order_by("position", "pk")
    names = people.values_list("wording", flat=True)
    called = item.name if isinstance(item, Indicator) else item.text
    words = (item.code, item.name, item.text) if isinstance(item, Indicator) else (item.code, item.text)
    item.folded = fold(" ".join((*words, *names)))
    item.sort_key = sort_key(called[:SORTED_SIGNS])[:1000]
