"""Work on figures that goes on when the page is closed: done by the worker of the queue."""

from django_tasks import task

from tinhso.kernel.audit.origin import acting
from tinhso.steering.figures.importing.working import work
from tinhso.steering.figures.models import FigureLoad


@task()
def load_figures(load: int) -> None:
    """Look into the file of a load, or enter it, in the name of whoever asked."""
    row = FigureLoad.objects.select_related("asked_by", "file__content", "programme").filter(pk=load).first()
    if row is not None:
        with acting(actor=row.asked_by.username, source="việc nền nạp số liệu"):
            work(row)
