"""Choosers are drawn as Django draws them."""

import re

from django import forms
from django.forms.renderers import DjangoTemplates

from tinhso.surfaces.web.shell.widgets import Renderer

CHOICES = [
    ("", "Tất cả"),
    ("u1", 'Sở "TT&TT" <b>'),
    ("Nhóm", [("n1", "Các huyện"), ("n2", "Các xã")]),
]


def drawn(renderer: DjangoTemplates, value: str, **attributes: object) -> str:
    widget = forms.Select(attrs=attributes, choices=CHOICES)
    words = widget.render("don_vi", value, {"id": "id_don_vi"}, renderer=renderer)
    return re.sub(r"\s*\n\s*", "", words)


def test_a_chooser_is_that_of_django_but_for_white_space() -> None:
    for value in ("", "u1", "n2", "không có"):
        for attributes in ({}, {"required": True, "disabled": False, "title": '"<&'}):
            assert drawn(Renderer(), value, **attributes) == drawn(DjangoTemplates(), value, **attributes)


def test_what_stands_in_a_choice_is_no_markup() -> None:
    assert "&lt;b&gt;" in drawn(Renderer(), "")


def test_every_form_is_drawn_by_it() -> None:
    class Form(forms.Form):
        unit = forms.ChoiceField(choices=CHOICES)

    assert isinstance(Form().renderer, Renderer)
