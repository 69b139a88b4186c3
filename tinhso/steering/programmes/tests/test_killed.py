"""A process killed in the middle of reading or starting leaves the old state or the new one, and nothing between."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.killed import KILLED, run_and_kill
from tests.large import stored
from tests.readings import small_plan
from tests.samples import SEED
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.actions.start import start
from tinhso.steering.programmes.models import (
    Assignment,
    Heading,
    Indicator,
    PlanDocument,
    Programme,
    ReadingJob,
    Revision,
    SourceSpan,
    StoredReading,
    Task,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job() -> ReadingJob:
    """The seed plan, waiting to be read."""
    content = SEED.read_bytes()
    job = ReadingJob.objects.create(name=SEED.name, sha256=vault.digest(content), size=len(content))
    vault.keep(content, job.place)
    return job


@pytest.mark.parametrize(
    "statement, which",
    [
        ('UPDATE "programmes_readingjob"', 4),
        ('INSERT INTO "programmes_storedreading"', 1),
        ('UPDATE "programmes_readingjob"', 6),
    ],
    ids=["before it stores", "between document and reading", "before the commit"],
)
def test_a_reading_killed_leaves_nothing_and_is_done_when_taken_up_again(
    job: ReadingJob, statement: str, which: int
) -> None:
    assert run_and_kill("read", job.pk, at=statement, which=which) == KILLED
    assert (PlanDocument.objects.count(), StoredReading.objects.count()) == (0, 0)
    assert ReadingJob.objects.live().filter(pk=job.pk).exists()
    read(job)
    job.refresh_from_db()
    assert (job.state, PlanDocument.objects.count(), StoredReading.objects.count()) == ("done", 1, 1)


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "programmes_revision"',
        'INSERT INTO "programmes_task"',
        'INSERT INTO "programmes_sourcespan"',
    ],
)
def test_a_start_killed_leaves_nothing_and_can_be_done_again(statement: str) -> None:
    document = stored(small_plan().reading())
    assert run_and_kill("start", document.pk, at=statement) == KILLED
    for model in (Programme, Revision, Heading, Indicator, Task, Assignment, SourceSpan):
        assert not model.objects.exists(), model
    assert start(document, by=None).tasks.count() == 3


def test_two_clicks_at_once_make_one_programme() -> None:
    document = stored(small_plan().reading())
    with ThreadPoolExecutor(2) as clicks:
        codes = list(clicks.map(lambda _click: run_and_kill("start", document.pk, at="NO SUCH STATEMENT"), range(2)))
    assert sorted(codes) == [0, 2], "the second is told in one sentence"
    assert (Programme.objects.count(), Task.objects.count()) == (1, 3)


def test_a_start_that_came_to_its_end_is_whole() -> None:
    document = stored(small_plan().reading())
    assert run_and_kill("start", document.pk, at="NO SUCH STATEMENT") == 0
    programme = Programme.objects.get()
    assert (programme.tasks.count(), programme.indicators.count()) == (3, 2)
