"""The exchange app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """What goes out to other systems."""

    name = "tinhso.kernel.exchange"
    label = "exchange"
    verbose_name = "Trao đổi dữ liệu"
