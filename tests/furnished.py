"""An installation that holds one of everything, so that every address leads somewhere. Everything is invented."""

from collections.abc import Iterator, Mapping

from django.urls import reverse

from tests.cast import SINCE, unit
from tests.house.routes import Route, routes
from tests.large import stored
from tests.readings import small_plan
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Kind, Post, Unit
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import Assignment, Candidate, Indicator, Programme, ReadingJob, Task
from tinhso.steering.programmes.models.documents import place_of

#: What stands in the place of each name in an address.
Keys = Mapping[str, object]


def furnish(province: Unit, person: Account, *, by: Account) -> Keys:
    """A programme of the small plan with a live reading job, beside the ``person`` whom administration pages show."""
    department = unit("so-tttt", "Sở Thông tin và Truyền thông", kind=Kind.DEPARTMENT, parent=province)
    Post.objects.create(unit=department, title="Giám đốc", valid_from=SINCE)
    programme = _programme(by=by)
    unsure = Assignment.objects.filter(programme=programme)[0]
    Candidate.objects.update_or_create(assignment=unsure, place=0, defaults={"unit": department})
    job = ReadingJob.objects.create(name="ke-hoach.txt", sha256="0" * 64, size=1, asked_by=by)
    return {
        "programme": programme.pk,
        "document": programme.document_id,
        "job": job.pk,
        "task": Task.objects.values_list("pk", flat=True)[0],
        "indicator": Indicator.objects.values_list("pk", flat=True)[0],
        "assignment": unsure.pk,
        "key": department.key,
        "pk": person.pk,
        "role": person.roles.get().pk,
    }


def _programme(*, by: Account) -> Programme:
    reading = small_plan().reading()
    document = stored(reading)
    vault.keep(reading.text.encode(), place_of(document.sha256))
    return start(document, by=by, name="Chương trình mẫu")


def addresses(keys: Keys) -> Iterator[tuple[Route, str]]:
    """Every route with the address of the thing that it shows. A new name in an address needs a line above."""
    for route in routes():
        yield route, reverse(route.name, kwargs={name: keys[name] for name in route.keys})
