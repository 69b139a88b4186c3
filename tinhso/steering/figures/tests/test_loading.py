"""A file of figures that goes on in the background: stopped, killed, taken up again, refused by a closed door."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.killed import KILLED, run_and_kill
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.keeping import keep_bytes
from tinhso.steering.figures.importing import working
from tinhso.steering.figures.importing.asking import cancel, confirm, revive
from tinhso.steering.figures.importing.working import work
from tinhso.steering.figures.models import FigureLoad, Measure, Value
from tinhso.steering.figures.queue import load_figures
from tinhso.steering.figures.tests.test_importing import GOOD
from tinhso.steering.programmes.models import Indicator, Programme

pytestmark = pytest.mark.django_db
State = FigureLoad.State
Waiting = Callable[..., FigureLoad]


@pytest.fixture
def waiting(indicator: Indicator, measure: Measure, coordinator: Account) -> Waiting:
    """A file that waits to be entered, or only looked into."""

    def make(*, entering: bool = True) -> FigureLoad:
        file = keep_bytes(GOOD.encode(), "quy-2.csv", by=coordinator)
        programme: Programme = indicator.programme
        return FigureLoad.objects.create(programme=programme, file=file, asked_by=coordinator, entering=entering)

    return make


def state(load: FigureLoad) -> str:
    load.refresh_from_db()
    return load.state


def test_who_stops_it_in_the_last_moment_has_nothing_entered(
    waiting: Waiting, coordinator: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, tell = waiting(), working._Teller.__call__

    def stopped_first(teller: working._Teller, step: FigureLoad.Step, lines: int) -> None:
        if step == FigureLoad.Step.ENTERING:
            cancel(load, by=coordinator)
        tell(teller, step, lines)

    monkeypatch.setattr(working._Teller, "__call__", stopped_first)
    work(load)
    assert (state(load), Value.objects.exists()) == (State.CANCELLED, False)


def test_it_tells_how_far_it_is_and_hears_that_it_was_stopped(waiting: Waiting, coordinator: Account) -> None:
    load = waiting()
    FigureLoad.objects.update(state=State.WORKING)
    tell = working._Teller(load)
    tell(FigureLoad.Step.READING, 5_000)
    load.refresh_from_db()
    assert (load.step, load.lines) == (FigureLoad.Step.READING, 5_000)
    cancel(load, by=coordinator)
    with pytest.raises(working.Stopped):
        tell(FigureLoad.Step.COMPARING, 5_000)


def test_only_what_was_looked_into_and_found_good_is_entered(waiting: Waiting, coordinator: Account) -> None:
    load = waiting(entering=False)
    assert not confirm(load, by=coordinator)
    work(load)
    assert state(load) == State.LOOKED
    FigureLoad.objects.update(refused=1)
    assert not confirm(load, by=coordinator)
    FigureLoad.objects.update(refused=0)
    assert confirm(load, by=coordinator)
    assert revive() == 0
    assert (state(load), Value.objects.count()) == (State.ENTERED, 2)


def test_who_has_lost_the_right_meanwhile_enters_nothing(waiting: Waiting, coordinator: Account) -> None:
    load = waiting()
    coordinator.roles.all().delete()
    load_figures.call(load.pk)
    assert (state(load), Value.objects.exists()) == (State.REFUSED, False)


def test_a_line_that_became_wrong_meanwhile_is_told(waiting: Waiting) -> None:
    load = waiting()
    Measure.objects.update(kind=Measure.Kind.NUMBER)
    work(load)
    assert (state(load), Value.objects.exists()) == (State.REFUSED, False)
    assert "Dòng 2: Chỉ tiêu này cần đúng một thứ: số" in load.sentence


def test_a_fault_of_ours_is_told_as_ours(waiting: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_words: object, **_more: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(working, "import_figures", broken)
    load = waiting()
    work(load)
    assert state(load) == State.FAILED
    assert "Phần mềm gặp lỗi" in load.sentence


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("statement", "which"),
    [("\nINSERT INTO figures_value", 1), ('UPDATE "figures_figureload"', 5)],
    ids=["while it is entered", "before it says so"],
)
def test_a_load_killed_leaves_nothing_and_is_done_when_taken_up_again(
    waiting: Waiting, statement: str, which: int
) -> None:
    load = waiting()
    assert run_and_kill("load", load.pk, at=statement, which=which) == KILLED
    assert (state(load), Value.objects.exists()) == (State.WORKING, False)
    assert revive() == 0
    FigureLoad.objects.update(seen_alive_at=timezone.now() - timedelta(minutes=5))
    assert revive() == 1
    assert DBTaskResult.objects.get().args_kwargs["args"] == [load.pk]
    work(load)
    assert (state(load), Value.objects.count()) == (State.ENTERED, 2)


def test_what_somebody_works_on_is_not_put_back(waiting: Waiting) -> None:
    load = waiting()
    FigureLoad.objects.update(state=State.WORKING, seen_alive_at=timezone.now() - timedelta(minutes=5))
    with working._held(load) as ours:
        assert ours
        assert revive() == 0
        work(load)
    assert (state(load), Value.objects.exists()) == (State.WORKING, False)
