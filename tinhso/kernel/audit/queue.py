"""The verification of the log as work of the queue."""

from django_tasks import task

from tinhso.kernel.audit.models import Verification
from tinhso.kernel.audit.origin import acting
from tinhso.kernel.audit.verifying import walk


@task()
def verify_log(verification: int) -> None:
    """In the name of whoever asked."""
    row = Verification.objects.live().select_related("asked_by").filter(pk=verification).first()
    if row is not None:
        with acting(actor=row.asked_by.username if row.asked_by else "", source="việc nền kiểm tra nhật ký"):
            walk(row)
