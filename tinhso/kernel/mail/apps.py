"""The mail app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """What goes out to people."""

    name = "tinhso.kernel.mail"
    label = "mail"
    verbose_name = "Thư điện tử"
