"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files and issued documents."""

    name = "tinhso.kernel.documents"
    label = "documents"
    verbose_name = "Văn bản và tệp"
