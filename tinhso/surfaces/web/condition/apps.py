"""The app as Django finds it."""

from django.apps import AppConfig


class ConditionConfig(AppConfig):
    """A page and a command over all probes; no tables of its own."""

    name = "tinhso.surfaces.web.condition"
    label = "condition"
    verbose_name = "Tình trạng hệ thống"
