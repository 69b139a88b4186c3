"""How fields of forms are drawn: as Django draws them, its choosers without a template for each choice.

A filter by unit offers some 230 choices, twice; Django's own templates take 20 ms for that, this takes two.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString

_CHOOSER = "django/forms/widgets/select.html"


class Renderer(DjangoTemplates):
    """The setting FORM_RENDERER."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """What Django would write, but for the white space between choices."""
        if template_name == _CHOOSER:
            return SafeString(_chooser(context["widget"]))
        return SafeString(super().render(template_name, context, request))


def _chooser(widget: Mapping[str, Any]) -> str:
    inner = "".join(_group(head, choices) for head, choices, _place in widget["optgroups"])
    return f'<select name="{escape(widget["name"])}"{_attributes(widget["attrs"])}>{inner}</select>'


def _group(head: object, choices: Iterable[Mapping[str, Any]]) -> str:
    inner = "".join(map(_choice, choices))
    return f'<optgroup label="{escape(head)}">{inner}</optgroup>' if head else inner


def _choice(choice: Mapping[str, Any]) -> str:
    value = f'<option value="{escape(choice["value"])}"{_attributes(choice["attrs"])}>'
    return f"{value}{escape(choice['label'])}</option>"


def _attributes(attributes: Mapping[str, Any]) -> str:
    """True stands as a bare name, False not at all."""
    shown = ((name, value) for name, value in attributes.items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{escape(value)}"' for name, value in shown)
