"""The app as Django finds it."""

from django.apps import AppConfig


class ReportPagesConfig(AppConfig):
    """Screens of unit reports; no tables of its own."""

    name = "tinhso.steering.pages.reports"
    label = "report_pages"
    verbose_name = "Màn hình báo cáo"
