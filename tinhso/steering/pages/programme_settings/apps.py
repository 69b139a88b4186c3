"""The app as Django finds it."""

from django.apps import AppConfig


class ProgrammeSettingsConfig(AppConfig):
    """Screens over a programme's settings; no tables of its own."""

    name = "tinhso.steering.pages.programme_settings"
    label = "programme_settings"
    verbose_name = "Thiết lập chương trình"
