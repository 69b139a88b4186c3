"""How fields of forms are drawn: letter for letter as Django draws them, without its templates.

A filter by unit offers some 230 choices, twice; Django's own templates take 20 ms for that, this takes two. A form of
ten fields is a third of its page.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString

from tinhso.lib.markup import escaped

Widget = Mapping[str, Any]
_FOLDER = "django/forms/widgets"
#: Django's widgets that are one ``<input>``.
_INPUTS = "checkbox color date datetime email file hidden number password search tel text time url"
#: Its choices that are one ``<input>`` in their label.
_OPTIONS = frozenset(f"{_FOLDER}/{name}_option.html" for name in ("checkbox", "radio"))


class Renderer(DjangoTemplates):
    """The setting FORM_RENDERER."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """What Django would write, but for the white space between the choices of a ``<select>``."""
        draw = _DRAWN.get(template_name)
        words = draw(context["widget"]) if draw else None
        return SafeString(super().render(template_name, context, request) if words is None else words)


def _chooser(widget: Widget) -> str:
    inner = "".join(_group(head, choices) for head, choices, _place in widget["optgroups"])
    return f'<select name="{_text(widget["name"])}"{_attributes(widget["attrs"])}>{inner}</select>'


def _group(head: object, choices: Iterable[Widget]) -> str:
    inner = "".join(map(_choice, choices))
    return f'<optgroup label="{_text(head)}">{inner}</optgroup>' if head else inner


def _choice(choice: Widget) -> str:
    value = f'<option value="{_text(choice["value"])}"{_attributes(choice["attrs"])}>'
    return f"{value}{_text(choice['label'])}</option>"


def _input(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{_text(widget["value"])}"'
    return f'<input type="{widget["type"]}" name="{_text(widget["name"])}"{value}{_attributes(widget["attrs"])}>'


def _file(widget: Widget) -> str | None:
    """Nothing where a file stands already: that is Django's to show."""
    return None if widget["is_initial"] else _input({**widget, "value": None})


def _area(widget: Widget) -> str:
    return (
        f'<textarea name="{_text(widget["name"])}"{_attributes(widget["attrs"])}>\n'
        f"{_text(widget['value'] or '')}</textarea>"
    )


def _ticks(widget: Widget) -> str | None:
    """Radio buttons or boxes; nothing where a choice is drawn in a way of its own."""
    groups, frame = widget["optgroups"], widget["attrs"]
    if not all(map(_is_plain, (option for _head, options, _place in groups for option in options))):
        return None
    named = "".join(f' {name}="{_text(frame[name])}"' for name in ("id", "class") if frame.get(name))
    return f"<div{named}>{''.join(_ticks_of(head, options) for head, options, _place in groups)}\n</div>"


def _is_plain(option: Widget) -> bool:
    return option["template_name"] in _OPTIONS and bool(option["wrap_label"])


def _ticks_of(head: object, options: Iterable[Widget]) -> str:
    inner = "".join(f"<div>\n    {_tick(option)}\n\n</div>" for option in options)
    return f"\n  <div><label>{_text(head)}</label>{inner}\n  </div>" if head else inner


def _tick(option: Widget) -> str:
    of = f' for="{_text(option["attrs"]["id"])}"' if option["attrs"].get("id") else ""
    return f"<label{of}>{_input(option)}\n {_text(option['label'])}</label>"


def _attributes(attributes: Mapping[str, Any]) -> str:
    """True stands as a bare name, False not at all."""
    shown = ((name, value) for name, value in attributes.items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{_text(value)}"' for name, value in shown)


def _text(value: object) -> str:
    words = str(value)
    return words if isinstance(words, SafeString) else escaped(words)


#: Template → what draws it; None from there leaves it to Django.
_DRAWN: dict[str, Callable[[Widget], str | None]] = {
    f"{_FOLDER}/select.html": _chooser,
    f"{_FOLDER}/textarea.html": _area,
    f"{_FOLDER}/clearable_file_input.html": _file,
    f"{_FOLDER}/radio.html": _ticks,
    f"{_FOLDER}/checkbox_select.html": _ticks,
    **{f"{_FOLDER}/{name}.html": _input for name in _INPUTS.split()},
}
