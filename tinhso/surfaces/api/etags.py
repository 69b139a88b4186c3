"""ETags: the version of what is shown and a digest of all that was shown of it, "7-1f0c2a9b"."""

import hashlib
import re

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from tinhso.surfaces.api.refusals import VersionNeeded, VersionPassed

_VERSION = re.compile(r'"(\d{1,18})(?:-[0-9a-f]+)?"')


def wanted_version(request: HttpRequest) -> int:
    """The version that a change was made from, as If-Match says. Raises VersionNeeded, VersionPassed."""
    said = request.headers.get("If-Match", "").strip()
    if not said:
        raise VersionNeeded
    found = _VERSION.fullmatch(said)
    if found is None:
        raise VersionPassed
    return int(found[1])


def show_version(response: HttpResponse, version: int) -> None:
    """Say which version the answer shows; the rest of the ETag is added when the answer is whole."""
    response["ETag"] = f'"{version}"'


def tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with its ETag, or 304 when the caller has it already."""
    version = response.headers.get("ETag", "").strip('"')
    digest = hashlib.sha256(response.content).hexdigest()[:16]
    response["ETag"] = f'"{version}-{digest}"' if version else f'"{digest}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or response["ETag"] in [each.removeprefix("W/") for each in known]:
        return HttpResponse(status=304, headers={"ETag": response["ETag"]})
    return response
