"""Work that goes on when the page is closed: done by the worker of the queue."""

from django_tasks import task

from tinhso.kernel.audit.origin import acting
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.models import ReadingJob


@task()
def read_plan(job: int) -> None:
    """Read the file of a job, in the name of whoever asked."""
    row = ReadingJob.objects.select_related("asked_by").filter(pk=job).first()
    if row is not None:
        with acting(actor=row.asked_by.username if row.asked_by else "", source="việc nền đọc kế hoạch"):
            read(row)
