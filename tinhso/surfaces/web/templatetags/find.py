"""Words found, marked: ``{% load find %}``."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tinhso.kernel.search.findable import Hit
from tinhso.kernel.search.marking import excerpt, holds_all, pieces
from tinhso.kernel.search.words import Words

register = template.Library()


@register.filter
def marked(text: str, words: Words) -> SafeString:
    """The text, a long one cut, with the words found marked."""
    parts = (
        format_html("<mark>{}</mark>" if found else "{}", piece) for piece, found in pieces(excerpt(text, words), words)
    )
    return format_html_join("", "{}", ((part,) for part in parts))
