"""The app as Django finds it."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Documents read and the programmes made from them."""

    name = "tinhso.steering.programmes"
    label = "programmes"
    verbose_name = "Chương trình"
    default_auto_field = "django.db.models.BigAutoField"
