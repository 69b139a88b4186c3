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
    shown = pieces(excerpt(text, words), words)
    return format_html_join("", "{}", ((_piece(piece, found=found),) for piece, found in shown))


@register.simple_tag
def detail(hit: Hit, words: Words) -> SafeString:
    """The line under a hit; marked only where the words are not all in the hit's title."""
    if holds_all(f"{hit.code} {hit.title}", words):
        return format_html("{}", hit.detail)
    return marked(hit.detail, words)


def _piece(text: str, *, found: bool) -> SafeString:
    return format_html("<mark>{}</mark>" if found else "{}", text)
