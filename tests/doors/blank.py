"""A template engine that writes nothing: whom a door lets in is decided before anything is written."""

from django.http import HttpRequest
from django.template.backends.base import BaseEngine


class Page:
    """What stands in the place of every page."""

    def render(self, context: object = None, request: HttpRequest | None = None) -> str:
        """One word, so that the answer is not empty."""
        return "blank"


class Blank(BaseEngine):
    """For ``TEMPLATES``; that pages can be written is held by the tests of the pages."""

    app_dirname = "templates"

    def __init__(self, params: dict[str, object]) -> None:
        super().__init__({name: value for name, value in params.items() if name != "OPTIONS"})

    def get_template(self, template_name: str) -> Page:
        """The same for every name."""
        return Page()
