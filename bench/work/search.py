"""What ``bench.search`` measures."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date

from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.work.pages import signed_in
from tests.samples import SEED
from tinhso.kernel.accounts.models import Account, RoleAssignment
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Holding, Kind, Post, Unit, UnitVersion
from tinhso.kernel.organisations.naming import fill_search_columns
from tinhso.kernel.search.findable import Seeker
from tinhso.kernel.search.finding import find
from tinhso.kernel.search.models import SearchItem
from tinhso.kernel.search.ranking import Window
from tinhso.kernel.search.rebuilding import rebuild
from tinhso.kernel.search.words import asked
from tinhso.lib.text import fold
from tinhso.steering.programmes.models import Heading, Indicator, PlanDocument, Programme, Task

#: How many of each; together with the sample's organisations a little over 100,000.
PROGRAMMES, TASKS, INDICATORS, HEADINGS, UNITS, PEOPLE = 50, 1_300, 160, 120, 12_000, 10_000
QUERIES = (
    "chuyển đổi số",
    "so",
    "chuy",
    "II.3",
    "15/KH-UBND",
    "sở thông tin và truyền thông",
    "dich vu cong truc tuyen muc do 4",
    "Nguyễn Thị Hoà",
    "xã số 1234",
    "hồ sơ sức khỏe điện tử",
    "chuyển đổii số",
    "zzzz khong co",
    "ứng dụng công nghệ thông tin trong hoạt động của cơ quan",
)
TIMES = 25
#: How the box of every page asks.
TYPING = {"HX-Request": "true", "HX-Target": "find-panel"}
SINCE = date(2022, 1, 1)


def print_times(name: str) -> None:
    """One line a query: the search itself, the whole panel that is shown while typing, and LIKE."""
    begun = time.perf_counter()
    _fill()
    print(f"\n{name}: {SearchItem.objects.count():,} rows, filled in {time.perf_counter() - begun:.0f} s", flush=True)
    print(f"index anew: {_milliseconds(lambda: rebuild(connection)) / 1000:.1f} s")
    account = _person()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    settings.ALLOWED_HOSTS = ["*"]
    seeker, client = Seeker(account, timezone.localdate(), {}), signed_in(account)
    print(
        f"{'query':<36}{'found':>8}{'median':>9}{'least':>9}{'p95':>9}{'panel':>9}{'bare':>9}{'ratio':>7}{'LIKE':>10}"
    )
    for query in QUERIES:
        _print(query, seeker, client)


def _print(query: str, seeker: Seeker, client: Client) -> None:
    """``bare``: all rows of the index counted, which is the same work whatever is asked; ``ratio``: of medians."""
    count = find(query, seeker, Window(4)).count
    times: dict[str, list[float]] = {"search": [], "panel": [], "bare": []}
    for _ in range(TIMES):
        times["search"].append(_milliseconds(lambda: find(query, seeker, Window(4))))
        times["panel"].append(_milliseconds(lambda: client.get(reverse("web:find"), {"q": query}, headers=TYPING)))
        times["bare"].append(_milliseconds(SearchItem.objects.count))
    median = {what: statistics.median(taken) for what, taken in times.items()}
    least, high = min(times["search"]), sorted(times["search"])[int(TIMES * 0.95)]
    like = min(_milliseconds(lambda: _like(query)) for _ in range(3))
    columns = (median["search"], least, high, median["panel"], median["bare"])
    shown = "".join(f"{each:>6.1f} ms" for each in columns)
    print(f"{query:<36}{count:>8}{shown}{median['search'] / median['bare']:>7.1f}{like:>7.1f} ms", flush=True)


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _like(query: str) -> object:
    """What a plain search would do: every row looked at for every word, counted by kind."""
    words = [group[0] for group in asked(query).groups]
    condition = " AND ".join(["(title LIKE %s OR body LIKE %s)"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT kind, count(*) FROM search_item WHERE {condition} GROUP BY kind",  # noqa: S608 - only placeholders
            [f"%{word}%" for word in words for _ in range(2)],
        )
        return cursor.fetchall()


def _person() -> Account:
    account = Account.objects.create_account("bench", display_name="Người đo")
    unit = Unit.objects.order_by("pk")[0]
    RoleAssignment.objects.create(account=account, role=Role.COORDINATOR, unit=unit, valid_from=SINCE)
    return account


def _fill() -> None:
    chance = random.Random(7)
    sentences = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines() if len(line.strip()) > 60]
    for number in range(PROGRAMMES):
        programme = _programme(number, sentences[number % len(sentences)][:120])
        _many(Heading, _headings(programme, sentences, chance))
        _many(Indicator, _indicators(programme, sentences, chance))
        _many(Task, _tasks(programme, sentences, chance))
    _units_and_people(chance)


def _programme(number: int, title: str) -> Programme:
    document = PlanDocument.objects.create(
        name=f"ke-hoach-{number}.docx",
        sha256=f"{number:064x}",
        size=1,
        title=f"Kế hoạch {title}",
        number=str(number),
        symbol="KH-UBND",
        folded="",
    )
    return Programme.objects.create(
        code=f"kh-{number}",
        name=document.title,
        document=document,
        starts_on=SINCE,
        ends_on=date(2022, 12, 31),
        folded="",
    )


def _words(sentences: list[str], chance: random.Random) -> str:
    first, second = chance.sample(sentences, 2)
    cut = chance.randrange(20, 60)
    return f"{first[:cut]} {second[cut : cut + chance.randrange(80, 260)]} {chance.randrange(100_000)}"


def _headings(programme: Programme, sentences: list[str], chance: random.Random) -> Iterator[Heading]:
    for place in range(HEADINGS):
        text = _words(sentences, chance)[:90]
        yield Heading(programme=programme, position=place, code=f"II.{place}", text=text, level=2)


def _indicators(programme: Programme, sentences: list[str], chance: random.Random) -> Iterator[Indicator]:
    for place in range(INDICATORS):
        text = _words(sentences, chance)
        yield Indicator(
            programme=programme,
            position=place,
            code=f"I.{place}",
            name=text[:90],
            text=text,
            folded=fold(text),
            sort_key="",
        )


def _tasks(programme: Programme, sentences: list[str], chance: random.Random) -> Iterator[Task]:
    for place in range(TASKS):
        text = _words(sentences, chance)
        folded = fold(f"{text} Giám đốc Sở Thông tin và Truyền thông")
        yield Task(programme=programme, position=place, code=f"II.{place}", text=text, folded=folded, sort_key="")


def _units_and_people(chance: random.Random) -> None:
    units = Unit.objects.bulk_create((Unit(key=f"xa-{number}") for number in range(UNITS)), batch_size=2_000)
    versions = [_version(unit, f"Xã số {number}") for number, unit in enumerate(units)]
    UnitVersion.objects.bulk_create(versions, batch_size=2_000)
    posts = Post.objects.bulk_create(
        (Post(unit=unit, title="Chủ tịch UBND", valid_from=SINCE) for unit in units[:PEOPLE]), batch_size=2_000
    )
    names = [("Nguyễn", "Trần", "Lê", "Phạm"), ("Văn", "Thị", "Đức"), ("Hoà", "Thuỷ", "An", "Bình", "Dũng", "Hạnh")]
    people = (Holding(post=post, person=" ".join(map(chance.choice, names)), valid_from=SINCE) for post in posts)
    Holding.objects.bulk_create(people, batch_size=2_000)


def _version(unit: Unit, name: str) -> UnitVersion:
    version = UnitVersion(unit=unit, name=name, kind=Kind.COMMUNE, valid_from=SINCE)
    fill_search_columns(version)
    return version


def _many(model: type[Model], rows: Iterator[Model]) -> None:
    model._default_manager.bulk_create(list(rows), batch_size=2_000)
