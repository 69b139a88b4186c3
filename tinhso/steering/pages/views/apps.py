"""The app as Django finds it."""

from django.apps import AppConfig


class ViewsConfig(AppConfig):
    """Saved views and each person's habits with the list of tasks."""

    name = "tinhso.steering.pages.views"
    label = "views"
    verbose_name = "Khung nhìn"
