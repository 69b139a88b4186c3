"""The words of an item, whatever its kind calls them."""

from tinhso.steering.intake.phrases.measures import aim_name
from tinhso.steering.programmes.models import Duty, EditableItem, Indicator, Task


def words_of(item: EditableItem) -> str:
    """What the item orders, in the words that it was read from."""
    if isinstance(item, Duty):
        return item.what
    return item.text if isinstance(item, Indicator | Task) else ""


def set_words(item: EditableItem, words: str) -> None:
    """Give the item other words; an indicator takes its name from them. The caller saves."""
    if isinstance(item, Duty):
        item.what = words
    elif isinstance(item, Task):
        item.text = words
    elif isinstance(item, Indicator):
        item.text, item.name = words, aim_name(words, 0) or words


def called(item: EditableItem) -> str:
    """How sentences name the item: its code, else its first words."""
    code: str = getattr(item, "code", "")
    return code or f"“{words_of(item)[:60]}”"
