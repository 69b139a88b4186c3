"""The app as Django finds it."""

from django.apps import AppConfig


class ReorganisationsConfig(AppConfig):
    """Drafts of decisions that reorganise, and what became of them."""

    name = "tinhso.kernel.reorganisations"
    label = "reorganisations"
    verbose_name = "Sắp xếp tổ chức"
    default_auto_field = "django.db.models.BigAutoField"
