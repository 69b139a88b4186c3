"""The description for programs and the page that explains it to people, from local files only."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhso.surfaces.api.description import description
from tinhso.surfaces.api.explanation import explanation


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """``/api/openapi.json``."""
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


@require_safe
def explained(request: HttpRequest) -> HttpResponse:
    """Every operation with its parameters and answers; needs no script."""
    context: dict[str, Any] = {"areas": explanation(), "title": "API"}
    return render(request, "api/explained.html", context)
