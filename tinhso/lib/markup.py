"""Words inside HTML."""

import html
import re

_SPECIAL = re.compile("[&<>\"']")


def escaped(words: object) -> str:
    """The words as HTML shows them, also between quotation marks. Most have nothing to escape, and that is quickly
    seen: a list draws a thousand of them."""
    text = str(words)
    return html.escape(text) if _SPECIAL.search(text) else text
