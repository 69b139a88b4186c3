"""Take a file in at once, without the queue: for the operator at the command line."""

from collections.abc import Callable

from django.db import transaction

from tinhso.steering.intake.reading import Reading
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import PlanDocument
from tinhso.steering.programmes.models.documents import place_of
from tinhso.steering.programmes.opening import open_plan
from tinhso.steering.programmes.storing import Incoming, store_document


def take_in(content: bytes, name: str, *, check: Callable[[Reading], None] = lambda _reading: None) -> PlanDocument:
    """The document of these bytes, read now unless it lies here already; ``check`` may refuse before it is kept.

    Raises the refusals of ``intake.sources`` and of the check.
    """
    sha256 = vault.digest(content)
    known = PlanDocument.objects.filter(sha256=sha256, reading__isnull=False).first()
    if known is not None:
        return known
    opened = open_plan(content, name)
    check(opened.reading)
    vault.keep(content, place_of(sha256))
    with transaction.atomic():
        return store_document(Incoming(name, sha256, len(content)), opened.reading, media_type=opened.media_type)
