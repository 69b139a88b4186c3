"""The app as Django finds it."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Screens over letters; no tables of its own."""

    name = "tinhso.surfaces.web.letters"
    label = "letters"
    verbose_name = "Màn hình thư"
