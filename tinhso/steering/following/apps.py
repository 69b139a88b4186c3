"""The app as Django finds it."""

from django.apps import AppConfig


class FollowingConfig(AppConfig):
    """What people do about the tasks of a programme."""

    name = "tinhso.steering.following"
    label = "following"
    verbose_name = "Theo dõi thực hiện"
    default_auto_field = "django.db.models.BigAutoField"
