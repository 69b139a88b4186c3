"""The API app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The door for programs."""

    name = "tinhso.surfaces.api"
    label = "api"
    verbose_name = "API"
