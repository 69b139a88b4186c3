"""Who else may say who a person is: the OpenID Connect providers that an operator names.

``TINHSO_OIDC_PROVIDERS=sso,vneid``; what each needs stands in variables that carry its name in capitals.
"""

import os
import re
from urllib.parse import urlparse

from tinhso.lib.errors import TinhsoError

_HERE = {"localhost", "127.0.0.1", "::1"}


class ProviderUnfinished(TinhsoError):
    """A provider is named, but not what is needed to speak with it."""

    code = "settings.provider_unfinished"
    status = 500
    sentence = "TINHSO_OIDC_PROVIDERS: “{key}” {why}."


def providers() -> list[dict[str, str]]:
    """Each by its key, in the order in which the door shows them. Raises ProviderUnfinished."""
    keys = [key.strip() for key in os.environ.get("TINHSO_OIDC_PROVIDERS", "").split(",")]
    return [_provider(key) for key in keys if key]


def _provider(key: str) -> dict[str, str]:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,19}", key):
        raise ProviderUnfinished(key=key, why="phải là chữ thường, số, gạch nối")
    found = {
        "key": key,
        "label": _of(key, "NAME") or key,
        "issuer": _of(key, "ISSUER"),
        "client_id": _of(key, "CLIENT_ID"),
        "client_secret": _of(key, "CLIENT_SECRET"),
        "claim": _of(key, "CLAIM") or "sub",
        "scopes": _of(key, "SCOPES") or "openid profile",
        "strong": _of(key, "STRONG"),
    }
    for name in ("issuer", "client_id", "client_secret"):
        if not found[name]:
            raise ProviderUnfinished(key=key, why=f"còn thiếu {name.upper()}")
    place = urlparse(found["issuer"])
    if place.scheme != "https" and place.hostname not in _HERE:
        raise ProviderUnfinished(key=key, why="phải có ISSUER bắt đầu bằng https://")
    return found


def _of(key: str, name: str) -> str:
    return os.environ.get(f"TINHSO_OIDC_{key.upper().replace('-', '_')}_{name}", "").strip()
