"""How style sheets, scripts and fonts are kept for serving: compressed, and named by a hash of their content."""

from typing import IO, Any

from django.core.files.base import File
from whitenoise.storage import CompressedManifestStaticFilesStorage

#: django-htmx's extensions import htmx by a bare name, which only a bundler understands; no page loads them.
BARE = "django_htmx/htmx"


class HashedFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage that also follows ``import`` in scripts: a module of an old version is never mixed in."""

    support_js_module_import_aggregation = True

    def hashed_name(self, name: str, content: File[Any] | IO[bytes] | None = None, filename: str | None = None) -> str:
        """The name with its hash; a file that is referred to and missing stops collectstatic."""
        return name if name == BARE else str(super().hashed_name(name, content, filename))
