"""A store that speaks S3: MinIO, SeaweedFS, Ceph, or a cloud's own."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import BinaryIO
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

_ABSENT = ("NoSuchKey", "NoSuchObject", "NoSuchBucket")
#: A store that does not answer must not hold a page for minutes.
_PATIENCE = urllib3.Timeout(connect=3, read=30)


class S3Store:
    """Objects of one bucket."""

    def __init__(self, *, endpoint: str, bucket: str, key: str, secret: str, region: str) -> None:
        address = urlsplit(endpoint)
        self.bucket = bucket
        self.client = Minio(
            address.netloc,
            access_key=key,
            secret_key=secret,
            region=region,
            secure=address.scheme == "https",
            http_client=urllib3.PoolManager(timeout=_PATIENCE, retries=urllib3.Retry(2, backoff_factor=0.2)),
        )

    def make(self) -> None:
        """Make the bucket unless it is there."""
        with _as_os_error():
            if not self.client.bucket_exists(self.bucket):
                self.client.make_bucket(self.bucket)

    def put(self, place: str, content: bytes) -> None:
        """As Store; an object appears whole when its last byte has arrived."""
        if self.holds(place):
            return
        with _as_os_error():
            self.client.put_object(
                self.bucket,
                place,
                BytesIO(content),
                len(content),
                metadata={"sha256": hashlib.sha256(content).hexdigest()},
            )

    def open(self, place: str) -> BinaryIO:
        """As Store. Read at once: a connection left open by a slow reader would be one less for the others."""
        with _as_os_error(), closing(self.client.get_object(self.bucket, place)) as answer:
            return BytesIO(answer.read())

    def holds(self, place: str) -> bool:
        """As Store."""
        try:
            with _as_os_error():
                self.client.stat_object(self.bucket, place)
        except FileNotFoundError:
            return False
        return True

    def forget(self, place: str) -> None:
        """As Store."""
        with _as_os_error():
            self.client.remove_object(self.bucket, place)


@contextmanager
def _as_os_error() -> Iterator[None]:
    """Every fault of the store or of the way to it as one family."""
    try:
        yield
    except S3Error as fault:
        kind = FileNotFoundError if fault.code in _ABSENT else OSError
        raise kind(str(fault)) from fault
    except (MinioException, urllib3.exceptions.HTTPError) as fault:
        raise OSError(str(fault)) from fault
