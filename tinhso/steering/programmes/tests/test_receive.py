"""A file is received, read in the background, refused with a sentence, cancelled, taken up again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.samples import SEED
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.standing import NotAllowed
from tinhso.lib.errors import TinhsoError
from tinhso.steering.programmes import vault
from tinhso.steering.programmes.actions.cancel import cancel
from tinhso.steering.programmes.actions.read import read
from tinhso.steering.programmes.actions.receive import receive
from tinhso.steering.programmes.actions.revive import revive
from tinhso.steering.programmes.actions.take_in import take_in
from tinhso.steering.programmes.models import PlanDocument, ReadingJob
from tinhso.steering.programmes.queue import read_plan
from tinhso.steering.programmes.refusals import AlreadyReceived, BeingRead

pytestmark = pytest.mark.django_db
SECRET = "UBND TỈNH BẮC GIANG\nMẬT\nKẾ HOẠCH\nPhòng thủ năm 2022\n1. Xây dựng công trình".encode()


def kept(files: Path) -> list[str]:
    """Names of the files that lie in the vault."""
    return [path.name for path in files.rglob("*") if path.is_file()]


def test_a_file_received_waits_in_the_queue_and_tells_how_far_it_is(coordinator: Account) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    assert (job.state, job.step, job.share) == ("queued", "waiting", 0)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [job.pk]
    read_plan.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.share) == ("done", 100)
    assert job.document is not None


def test_the_document_keeps_its_bytes_its_head_and_who_brought_it(coordinator: Account) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    read(job)
    document = PlanDocument.objects.get()
    assert document.place.read_bytes() == SEED.read_bytes()
    assert (document.symbol, document.number, document.issued_month, document.issued_year) == ("KH-BCĐCĐS", "", 4, 2022)
    assert document.uploaded_by == coordinator


def test_the_same_file_again_is_told_with_its_day(coordinator: Account) -> None:
    read(receive(SEED.read_bytes(), SEED.name, by=coordinator))
    with pytest.raises(AlreadyReceived, match="đã được tiếp nhận ngày"):
        receive(SEED.read_bytes(), "tên khác.txt", by=coordinator)


def test_the_same_file_while_it_is_being_read_is_told(coordinator: Account) -> None:
    receive(SEED.read_bytes(), SEED.name, by=coordinator)
    with pytest.raises(BeingRead):
        receive(SEED.read_bytes(), SEED.name, by=coordinator)
    assert ReadingJob.objects.count() == 1


def test_a_document_marked_secret_is_refused_and_nothing_of_it_is_kept(coordinator: Account, files: Path) -> None:
    with pytest.raises(TinhsoError, match="bí mật nhà nước"):
        receive(SECRET, "phong-thu.txt", by=coordinator)
    assert not ReadingJob.objects.exists()
    assert kept(files) == []


def test_a_secret_that_shows_only_in_the_background_is_removed_with_its_name(files: Path) -> None:
    job = ReadingJob.objects.create(name="phong-thu.txt", sha256=vault.digest(SECRET), size=len(SECRET))
    vault.keep(SECRET, job.place)
    read(job)
    job.refresh_from_db()
    assert (job.state, job.code, job.name) == ("refused", "secret_document", "(văn bản mật)")
    assert (kept(files), PlanDocument.objects.count()) == ([], 0)


def test_a_file_that_cannot_be_read_ends_with_a_sentence_and_no_file(files: Path) -> None:
    job = ReadingJob.objects.create(name="hong.docx", sha256=vault.digest(b"PK\x03\x04 hong"), size=9)
    vault.keep(b"PK\x03\x04 hong", job.place)
    read(job)
    job.refresh_from_db()
    assert (job.state, kept(files)) == ("refused", [])
    assert job.sentence.endswith(".")


def test_a_reading_cancelled_leaves_nothing_and_is_not_taken_up(coordinator: Account, files: Path) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    assert cancel(job, by=coordinator)
    read(job)
    job.refresh_from_db()
    assert (job.state, kept(files), PlanDocument.objects.count()) == ("cancelled", [], 0)


@contextmanager
def meanwhile(deed: Callable[[], object], *, at: int) -> Iterator[list[str]]:
    """``deed`` is done once the reader has told of the job so many times; the statements by which it tells more."""
    told: list[str] = []

    def look(execute: Callable[..., object], sql: str, params: object, many: bool, context: object) -> object:
        found = execute(sql, params, many, context)
        if sql.startswith('UPDATE "programmes_readingjob"'):
            told.append(sql)
            if len(told) == at:
                with pause():
                    deed()
        return found

    @contextmanager
    def pause() -> Iterator[None]:
        wrappers = connection.execute_wrappers
        connection.execute_wrappers = []
        yield
        connection.execute_wrappers = wrappers

    with connection.execute_wrapper(look):
        yield told


def test_cancelled_while_it_is_read_the_work_stops_at_its_next_step(coordinator: Account, files: Path) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    with meanwhile(lambda: cancel(job, by=coordinator), at=2) as told:
        read(job)
    assert len(told) == 3
    job.refresh_from_db()
    assert (job.state, kept(files), PlanDocument.objects.count()) == ("cancelled", [], 0)


def test_a_cancelled_reader_leaves_the_same_file_received_again(coordinator: Account) -> None:
    broken = b"PK\x03\x04 hong"
    facts = {"name": "hong.docx", "sha256": vault.digest(broken), "size": len(broken)}
    job = ReadingJob.objects.create(**facts)
    vault.keep(broken, job.place)

    def again() -> None:
        cancel(job, by=coordinator)
        vault.keep(broken, ReadingJob.objects.create(**facts).place)

    with meanwhile(again, at=2):
        read(job)
    assert ReadingJob.objects.live().get().place.exists()


def test_what_is_done_cannot_be_cancelled(coordinator: Account) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    read(job)
    assert not cancel(job, by=coordinator)
    assert PlanDocument.objects.get().place.exists()


def test_a_job_whose_reader_died_is_put_back_into_the_queue(coordinator: Account) -> None:
    job = receive(SEED.read_bytes(), SEED.name, by=coordinator)
    long_ago = timezone.now() - timedelta(minutes=1)
    ReadingJob.objects.filter(pk=job.pk).update(state="reading", seen_alive_at=long_ago)
    DBTaskResult.objects.all().delete()
    with vault.held(job.place):
        assert revive() == 0, "somebody is reading it"
    assert revive() == 1
    assert DBTaskResult.objects.count() == 1


def test_a_unit_officer_may_not_bring_plans(officer: Account, files: Path) -> None:
    with pytest.raises(NotAllowed, match="tiếp nhận kế hoạch"):
        receive(SEED.read_bytes(), SEED.name, by=officer)
    assert kept(files) == []


def test_the_operator_takes_a_file_in_once(files: Path) -> None:
    first = take_in(SEED.read_bytes(), SEED.name)
    assert take_in(SEED.read_bytes(), "lần hai.txt") == first
    assert len(kept(files)) == 1
