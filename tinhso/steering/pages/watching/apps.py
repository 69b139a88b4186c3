"""The app as Django finds it."""

from django.apps import AppConfig


class WatchingConfig(AppConfig):
    """When each person last looked at a programme, and the screens that hang on it."""

    name = "tinhso.steering.pages.watching"
    label = "watching"
    verbose_name = "Theo dõi, chỉ đạo"
    default_auto_field = "django.db.models.BigAutoField"
