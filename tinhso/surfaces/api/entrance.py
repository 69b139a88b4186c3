"""The middleware of the API: who calls, how often; and no answer but JSON, whatever goes wrong behind it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.models import AccessToken
from tinhso.kernel.exchange.tokens import known_token
from tinhso.surfaces.api import problems
from tinhso.surfaces.api.limits import Usage, counted
from tinhso.surfaces.api.refusals import SentFromElsewhere

PREFIX = "/api/"
CALLER = "tinhso.caller"
#: Where the command line puts the account that it acts as; nothing that is sent over the net lands under this name.
ACTING = "tinhso.acting"
_READING = {"GET", "HEAD", "OPTIONS"}
_FIRST_ERROR = 400
Respond = Callable[[HttpRequest], HttpResponse]


def api_entrance(get_response: Respond) -> Respond:
    """Stands behind the middleware that knows the session and before the one that sends strangers to the sign-in."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        request.META["tinhso.door"] = "API"
        refused = _refused(request)
        usage = counted(_who(request)) if refused is None else None
        if usage is not None and usage.is_over:
            refused = problems.problem(request, 429)
        return _spoken(request, refused or get_response(request), usage)

    return respond


def token_of(request: HttpRequest) -> AccessToken | None:
    """The token with which the request came; None when it came with a page's session."""
    token = request.META.get(CALLER)
    return token if isinstance(token, AccessToken) else None


def _refused(request: HttpRequest) -> HttpResponse | None:
    acting = request.META.get(ACTING)
    if isinstance(acting, Account):
        request.user, request.META["tinhso.door"] = acting, "lệnh api"
        return None
    said = request.headers.get("Authorization", "")
    if said:
        return _with_token(request, said)
    if not isinstance(request.user, Account):
        return problems.problem(request, 401)
    if request.method not in _READING and _Forgery(lambda _request: HttpResponse()).found(request):
        return problems.of_exception(request, SentFromElsewhere())
    return None


def _with_token(request: HttpRequest, said: str) -> HttpResponse | None:
    scheme, _, secret = said.partition(" ")
    token = known_token(secret.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        return problems.problem(request, 401)
    request.user, request.META[CALLER] = token.account, token
    return None


def _who(request: HttpRequest) -> str:
    token = token_of(request)
    return f"token:{token.pk}" if token else f"account:{request.user.pk}"


def _spoken(request: HttpRequest, response: HttpResponse, usage: Usage | None) -> HttpResponse:
    is_ours = response.headers.get("Content-Type", "").startswith(problems.MEDIA_TYPE)
    if response.status_code >= _FIRST_ERROR and not is_ours:
        allowed = response.headers.get("Allow")
        response = problems.problem(request, response.status_code)
        if allowed:
            response["Allow"] = allowed
    if response.status_code == 401:
        response["WWW-Authenticate"] = 'Bearer realm="tinhso"'
    if usage is not None:
        usage.tell(response)
    response["Cache-Control"] = "private, no-cache"
    return response


class _Forgery(CsrfViewMiddleware):
    """Django's check, asked by hand: the operations are exempt, because a token cannot be sent by another site."""

    def found(self, request: HttpRequest) -> bool:
        return self.process_view(request, lambda _request: HttpResponse(), (), {}) is not None
