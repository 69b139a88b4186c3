"""What the tests of editing share."""

from tinhso.steering.programmes.models import Edit, EditableItem, Programme, Task


def deeds(item: EditableItem) -> list[str]:
    """What people did to the item, the oldest first."""
    edits = Edit.objects.filter(**{str(item._meta.model_name): item}).order_by("pk")
    return [edit.deed for edit in edits]


def task(programme: Programme, code: str) -> Task:
    """The task of this code."""
    return Task.objects.get(programme=programme, code=code)


def place(programme: Programme, words: str) -> tuple[int, int]:
    """Where the words stand in the programme's document."""
    start = programme.document.reading.text.index(words)
    return start, start + len(words)
