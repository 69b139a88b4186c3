"""The app as Django finds it."""

from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    """Screens over delegations; no tables of its own."""

    name = "tinhso.surfaces.web.delegations"
    label = "delegations"
    verbose_name = "Màn hình ủy quyền"
