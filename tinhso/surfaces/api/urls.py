"""The addresses of the API: its operations, its description, the page that explains it."""

from django.urls import URLPattern, URLResolver, path

from tinhso.surfaces.api import describing
from tinhso.surfaces.api.frame import PREFIX, frame

app_name = "api"


def _operations() -> list[URLPattern | URLResolver]:
    """Ninja's addresses, without its root, which only ever answers 404."""
    patterns, _app, _space = frame().urls
    return [_below(pattern) for pattern in patterns if isinstance(pattern, URLPattern) and pattern.name != "api-root"]


def _below(pattern: URLPattern) -> URLPattern:
    return path(f"{PREFIX}{pattern.pattern}", pattern.callback, name=pattern.name)


urlpatterns = [
    *_operations(),
    path("api/openapi.json", describing.openapi, name="openapi"),
    path("tai-lieu-api", describing.explained, name="explained"),
]
