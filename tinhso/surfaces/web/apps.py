"""The web app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages in the browser."""

    name = "tinhso.surfaces.web"
    label = "web"
    verbose_name = "Trang web"
