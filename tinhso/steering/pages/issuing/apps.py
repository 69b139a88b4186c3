"""The app as Django finds it."""

from django.apps import AppConfig


class IssuingPagesConfig(AppConfig):
    """Screens over drafts of official documents; no tables of its own."""

    name = "tinhso.steering.pages.issuing"
    label = "issuing_pages"
    verbose_name = "Màn hình dự thảo văn bản"
