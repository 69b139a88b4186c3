"""The API assembled from its parts: one for the whole installation."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from tinhso.surfaces.api import problems
from tinhso.surfaces.api.operations import guarded
from tinhso.surfaces.api.parts import parts

TITLE = "tinhso"
VERSION = "1"
PREFIX = "api/v1/"


class _Letters(JSONRenderer):
    """Vietnamese letters as themselves."""

    json_dumps_params = {"ensure_ascii": False}


class _Frame(NinjaAPI):
    """Ninja's frame, whose every exception becomes a problem in one place."""

    def on_exception(self, request: HttpRequest, exc: Exception | type[Exception]) -> HttpResponse:
        answer = problems.of_exception(request, exc) if isinstance(exc, Exception) else None
        return answer or super().on_exception(request, exc)


@cache
def frame() -> NinjaAPI:
    """Every declared part below the prefix."""
    api = _Frame(
        title=TITLE, version=VERSION, urls_namespace="api", openapi_url=None, docs_url=None, renderer=_Letters()
    )
    api.add_decorator(guarded, mode="view")
    for part in parts():
        api.add_router(part.prefix, part.router, tags=[part.area])
    return api
