"""A provider outside: asked by the code flow with PKCE, state and nonce; its signed word is checked before it opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from time import time
from typing import Any, ClassVar, Protocol

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from joserfc.errors import JoseError
from requests import RequestException

from tinhso.lib.errors import TinhsoError

#: Signatures that only the provider can make; "none" and those made with our shared secret are no proof.
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_SECONDS = 8
_LEEWAY = 60
#: A sign-in at the provider this long ago still proves that the person is there.
_FRESH = 15 * 60


class ProviderDown(TinhsoError):
    """The provider does not answer."""

    code: ClassVar[str] = "provider_down"
    status: ClassVar[int] = 503
    sentence = "Chưa liên lạc được với {name}. Hãy thử lại sau, hoặc đăng nhập bằng mật khẩu."


class ProviderRefused(TinhsoError):
    """What came back is not the provider's word, or not for this sign-in, or the person has called it off."""

    code: ClassVar[str] = "provider_refused"
    status: ClassVar[int] = 400
    sentence = "Đăng nhập qua {name} không thành công. Hãy bắt đầu lại từ trang đăng nhập."


class _Client(Protocol):
    """What we ask of Authlib's client, which carries no types."""

    def load_server_metadata(self) -> dict[str, Any]: ...
    def authorize_redirect(self, request: HttpRequest, redirect_uri: str, **more: str) -> HttpResponse: ...
    def authorize_access_token(self, request: HttpRequest, *, leeway: int) -> dict[str, Any]: ...
    def userinfo(self, *, token: Mapping[str, Any]) -> dict[str, Any]: ...
    def create_logout_url(self, **asked: str) -> dict[str, str]: ...


@dataclass(frozen=True, slots=True)
class Provider:
    """One that an operator has named; ``claim`` is which of its words names the account."""

    key: str
    label: str
    issuer: str
    client_id: str
    client_secret: str
    claim: str
    scopes: str
    strong: str


@dataclass(frozen=True, slots=True)
class Word:
    """What the provider has said: who, by which name, and whether the person has just been there."""

    subject: str
    name: str
    fresh: bool
    id_token: str


def providers() -> list[Provider]:
    """Those that an operator has named."""
    return [Provider(**named) for named in settings.OIDC_PROVIDERS]


def named(key: str) -> Provider:
    """The one with that key. Raises Http404."""
    found = next((provider for provider in providers() if provider.key == key), None)
    if found is None:
        raise Http404
    return found


def label_of(key: str) -> str:
    """What people call it; its key when an operator has taken it away since."""
    return next((provider.label for provider in providers() if provider.key == key), key)


def send_there(request: HttpRequest, provider: Provider, *, again: bool = False) -> HttpResponse:
    """To the provider's own page; ``again`` asks that the person proves there anew. Raises ProviderDown."""
    more = {"prompt": "login", "max_age": "0"} if again else {}
    back = request.build_absolute_uri(reverse("door:provider_back", kwargs={"provider": provider.key}))
    try:
        answer = _client(provider).authorize_redirect(request, back, **more)
    except (RequestException, ValueError, RuntimeError) as failure:
        raise ProviderDown(name=provider.label) from failure
    return answer


def heard(request: HttpRequest, provider: Provider) -> Word:
    """What came back with the person. Raises ProviderDown, ProviderRefused."""
    try:
        return _heard(request, provider)
    except RequestException as failure:
        raise ProviderDown(name=provider.label) from failure
    except (AuthlibBaseError, JoseError, KeyError, TypeError, ValueError, RuntimeError) as failure:
        raise ProviderRefused(name=provider.label) from failure


def way_out(provider: Provider, id_token: str, *, back: str) -> str:
    """The address at which the person also leaves the provider; "" where it has none or does not answer."""
    try:
        made = _client(provider).create_logout_url(
            post_logout_redirect_uri=back, id_token_hint=id_token, client_id=provider.client_id
        )
    except (RequestException, RuntimeError, ValueError):
        return ""
    return str(made["url"])


def _heard(request: HttpRequest, provider: Provider) -> Word:
    client = _client(provider)
    _only_our_provider(client.load_server_metadata(), provider, request)
    token = client.authorize_access_token(request, leeway=_LEEWAY)
    claims: dict[str, Any] = dict(token["userinfo"])
    if provider.claim not in claims:
        claims = _more(client, token, claims)
    if provider.claim == "email" and claims.get("email_verified") is not True:
        raise ValueError("the provider does not vouch for the address")
    moment = claims.get("auth_time")
    return Word(
        subject=str(claims[provider.claim]),
        name=str(claims.get("name") or claims.get("preferred_username") or ""),
        fresh=isinstance(moment, int) and time() - moment < _FRESH,
        id_token=str(token["id_token"]),
    )


def _only_our_provider(metadata: dict[str, Any], provider: Provider, request: HttpRequest) -> None:
    if metadata.get("issuer") != provider.issuer or request.GET.get("iss", provider.issuer) != provider.issuer:
        raise ValueError("another issuer")
    offered = metadata.get("id_token_signing_alg_values_supported", ["RS256"])
    metadata["id_token_signing_alg_values_supported"] = [name for name in offered if name in _ALGORITHMS]


def _more(client: "_Client", token: Mapping[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
    """What the provider tells beyond the token, if it is about the same person."""
    told = dict(client.userinfo(token=token))
    if told.get("sub") != claims["sub"]:
        raise ValueError("another person")
    return {**told, **claims}


@cache
def _client(provider: Provider) -> "_Client":
    client: _Client = OAuth().register(
        provider.key,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": provider.scopes,
            "code_challenge_method": "S256",
            "default_timeout": _SECONDS,
        },
    )
    return client
