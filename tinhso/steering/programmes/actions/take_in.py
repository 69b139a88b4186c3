"""Take a file in at once, without the queue: for the operator at the command line."""

from django.db import transaction

from tinhso.steering.programmes import vault
from tinhso.steering.programmes.models import PlanDocument
from tinhso.steering.programmes.models.documents import place_of
from tinhso.steering.programmes.opening import open_plan
from tinhso.steering.programmes.storing import Incoming, store_document


def take_in(content: bytes, name: str) -> PlanDocument:
    """The document of these bytes, read now unless it lies here already. Raises the refusals of ``intake.sources``."""
    sha256 = vault.digest(content)
    known = PlanDocument.objects.filter(sha256=sha256, reading__isnull=False).first()
    if known is not None:
        return known
    opened = open_plan(content, name)
    vault.keep(content, place_of(sha256))
    with transaction.atomic():
        return store_document(Incoming(name, sha256, len(content)), opened.reading, media_type=opened.media_type)
