"""How style sheets, scripts and fonts are kept for serving: compressed, and named by a hash of their content."""

from typing import IO, Any

from django.conf import settings
from django.core.files.base import File
from django.utils.functional import cached_property
from whitenoise.storage import CompressedManifestStaticFilesStorage

#: django-htmx's extensions import htmx by a bare name, which only a bundler understands; no page loads them.
BARE = "django_htmx/htmx"


class HashedFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage that also follows ``import`` in scripts: a module of an old version is never mixed in."""

    support_js_module_import_aggregation = True

    @cached_property
    def _addresses(self) -> dict[str | None, str]:
        return {}

    def url(self, name: str | None, *rest: bool) -> str:
        """The address; a page asks for ten, and the manifest says the same all day: it is asked once a file."""
        if settings.DEBUG or rest:
            return str(super().url(str(name), *rest))
        if name not in self._addresses:
            self._addresses[name] = str(super().url(str(name)))
        return self._addresses[name]

    def save_manifest(self) -> None:
        """Files were named anew."""
        self._addresses.clear()
        super().save_manifest()

    def hashed_name(self, name: str, content: File[Any] | IO[bytes] | None = None, filename: str | None = None) -> str:
        """The name with its hash; a file that is referred to and missing stops collectstatic."""
        return name if name == BARE else str(super().hashed_name(name, content, filename))
