"""Fields are drawn as Django draws them."""

import re
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from tinhso.surfaces.web.shell.widgets import Renderer

CHOICES = [
    ("", "Tất cả"),
    ("u1", 'Sở "TT&TT" <b>'),
    ("Nhóm", [("n1", "Các huyện"), ("n2", "Các xã")]),
]

RENDERERS = (Renderer(), DjangoTemplates())
INPUTS = (
    forms.TextInput,
    forms.NumberInput,
    forms.HiddenInput,
    forms.DateInput,
    forms.DateTimeInput,
    forms.TimeInput,
    forms.EmailInput,
    forms.URLInput,
    forms.SearchInput,
    forms.TelInput,
    forms.ColorInput,
    forms.PasswordInput,
    forms.CheckboxInput,
    forms.FileInput,
    forms.ClearableFileInput,
    forms.Textarea,
    forms.Select,
    forms.RadioSelect,
    forms.CheckboxSelectMultiple,
)
VALUES = (
    None,
    "",
    "0",
    0,
    7,
    True,
    False,
    "  dòng 1\n  dòng 2 ",
    "n1",
    "\"><script>alert('1')</script>&amp;",
    ["u1", "n2"],
)
ATTRIBUTES: tuple[dict[str, object], ...] = (
    {},
    {"id": "id_don_vi", "class": "rong", "required": True, "disabled": False},
    {"title": "\"<&'", "rows": 3, "min": 0, "data-x": None, "data-safe": mark_safe("&lt;")},
)


def drawn(renderer: DjangoTemplates, value: str, **attributes: object) -> str:
    widget = forms.Select(attrs=attributes, choices=CHOICES)
    words = widget.render("don_vi", value, {"id": "id_don_vi"}, renderer=renderer)
    return re.sub(r"\s*\n\s*", "", words)


def test_a_chooser_is_that_of_django_but_for_white_space() -> None:
    for value in ("", "u1", "n2", "không có"):
        for attributes in ({}, {"required": True, "disabled": False, "title": '"<&'}):
            assert drawn(Renderer(), value, **attributes) == drawn(DjangoTemplates(), value, **attributes)


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_a_field_is_that_of_django_to_the_letter(kind: type[forms.Widget], attributes: dict[str, object]) -> None:
    widget = kind(attributes)
    if isinstance(widget, forms.Select | forms.RadioSelect):
        widget.choices = CHOICES
    for value in VALUES:
        ours, django = (str(widget.render('a"<b>', value, {}, renderer=each)) for each in RENDERERS)
        if kind is forms.Select:
            ours, django = (re.sub(r"\s*\n\s*", "", words) for words in (ours, django))
        assert ours == django


def test_a_file_that_stands_already_is_shown_by_django() -> None:
    class Kept(SimpleUploadedFile):
        url = "/tep/1"

    kept, widget = Kept("ke-hoach.pdf", b"%PDF"), forms.ClearableFileInput()
    words = widget.render("tep", kept, {"id": "id_tep"}, renderer=Renderer())
    assert "ke-hoach.pdf" in words
    assert words == widget.render("tep", kept, {"id": "id_tep"}, renderer=DjangoTemplates())


def test_a_choice_drawn_in_its_own_way_stays_so() -> None:
    class Plain(forms.RadioSelect):
        option_template_name = "django/forms/widgets/select_option.html"

    class Bare(forms.CheckboxSelectMultiple):
        def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
            groups = super().optgroups(name, value, attrs)
            return [(head, [{**each, "wrap_label": False} for each in options], at) for head, options, at in groups]

    for kind, mark in ((Plain, "<option"), (Bare, "<input")):
        ours, django = (kind(choices=CHOICES).render("a", "u1", renderer=each) for each in RENDERERS)
        assert mark in ours
        assert ours == django


def test_what_stands_in_a_choice_is_no_markup() -> None:
    assert "&lt;b&gt;" in drawn(Renderer(), "")


def test_every_form_is_drawn_by_it() -> None:
    class Form(forms.Form):
        unit = forms.ChoiceField(choices=CHOICES)

    assert isinstance(Form().renderer, Renderer)
