"""What every operation has in common, wrapped around it: its parameters, its scope, its ETag, its key."""

from collections.abc import Callable
from functools import cache, wraps
from types import MethodType
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja.errors import ConfigError
from ninja.operation import Operation

from tinhso.kernel.accounts.standing import person, standing
from tinhso.kernel.exchange.scopes import READ, VERBS, WRITE, ScopeMissing, allows
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.api import problems
from tinhso.surfaces.api.entrance import token_of
from tinhso.surfaces.api.etags import tagged
from tinhso.surfaces.api.idempotency import once
from tinhso.surfaces.api.refusals import NoSuchParameter, NullSign

_READ_WELL = 200
Run = Callable[..., HttpResponse]


def guarded(run: Run) -> Run:
    """For ``NinjaAPI.add_decorator``: ``run`` is the bound method of an operation."""
    operation = cast(MethodType, run).__self__
    if not isinstance(operation, Operation):
        raise ConfigError

    @wraps(run)
    def guarded_run(request: HttpRequest, **keys: object) -> HttpResponse:
        try:
            _refuse_unknown(request, operation)
            _refuse_scope(request, operation)
            if request.method == "POST":
                return once(request, lambda: run(request, **keys))
            response = run(request, **keys)
            return tagged(request, response) if _is_read(request, response) else response
        except TinhsoError as refusal:
            return problems.of_exception(request, refusal) or HttpResponse(status=500)

    return guarded_run


def _refuse_unknown(request: HttpRequest, operation: Operation) -> None:
    _refuse_null(request)
    strange = sorted(set(request.GET) - _parameters(operation))
    if strange:
        raise NoSuchParameter(name=strange[0][:40])


def _refuse_null(request: HttpRequest) -> None:
    """No text holds the sign 0, and PostgreSQL keeps none."""
    said = any("\x00" in value for name in request.GET for value in (name, *request.GET.getlist(name)))
    if said or (request.content_type == "application/json" and b"\\u0000" in request.body):
        raise NullSign


def _refuse_scope(request: HttpRequest, operation: Operation) -> None:
    token, area = token_of(request), (operation.tags or [""])[0]
    way = READ if request.method in {"GET", "HEAD"} else WRITE
    wanted = f"{area}:{way}"
    if token is not None and not allows(token.scopes, wanted):
        raise ScopeMissing(scope=wanted)
    if area in VERBS:
        standing(person(request)).require(VERBS[area])


@cache
def _parameters(operation: Operation) -> frozenset[str]:
    models = (model for model in operation.models if model.__ninja_param_source__ == "query")
    return frozenset(name for model in models for name in getattr(model, "__ninja_flatten_map__", {}))


def _is_read(request: HttpRequest, response: HttpResponse) -> bool:
    return request.method in {"GET", "HEAD"} and response.status_code == _READ_WELL and not response.streaming
