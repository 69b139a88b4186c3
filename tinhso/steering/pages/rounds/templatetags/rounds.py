"""Words of the boards of rounds: ``{% load rounds %}``."""

from django import template
from django.utils.safestring import SafeString

from tinhso.steering.pages.rounds.narrowing import TONES
from tinhso.steering.reporting.board import Place
from tinhso.surfaces.web.templatetags.web import chip

register = template.Library()


@register.simple_tag
def standing(place: Place) -> SafeString:
    """How a unit's report stands, as a chip; one that was sent late says so also when it was accepted."""
    return chip(TONES[place.standing], place.standing.label)
