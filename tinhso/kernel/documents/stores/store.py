"""The store behind its interface, and which one this installation uses."""

from functools import cache
from typing import BinaryIO, Protocol

from django.conf import settings

from tinhso.kernel.documents.stores.folder import FolderStore
from tinhso.kernel.documents.stores.s3 import S3Store


class Store(Protocol):
    """Bytes by place ("files/ab/abcd…"). Every fault of the store is an OSError."""

    def put(self, place: str, content: bytes) -> None:
        """Keep the bytes, whole or not at all; what lies there already stays."""

    def open(self, place: str) -> BinaryIO:
        """The bytes as a stream; FileNotFoundError when there are none."""

    def holds(self, place: str) -> bool:
        """Whether something lies there."""

    def forget(self, place: str) -> None:
        """Remove it if it is there."""


def store() -> Store:
    """The store of this installation: S3 where an endpoint is set, else the folder."""
    if settings.S3["endpoint"]:
        return _s3(**settings.S3)
    return FolderStore(settings.FILES)


@cache
def _s3(*, endpoint: str, bucket: str, key: str, secret: str, region: str) -> S3Store:
    """One client a process: it keeps its connections."""
    return S3Store(endpoint=endpoint, bucket=bucket, key=key, secret=secret, region=region)
