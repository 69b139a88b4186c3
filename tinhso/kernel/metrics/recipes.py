"""What a metric is: what it counts, and the versions of its recipe with their dates of effect."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.metrics.refusals import NoRecipe
from tinhso.lib.dates import write_date

if TYPE_CHECKING:
    # The checks at the start import this before the models are there.
    from tinhso.kernel.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Scope:
    """Over which days, and of what: "programme/3"; "" is the whole province."""

    first: date
    last: date
    subject: str = ""

    @property
    def key(self) -> int:
        """The key of what it is about."""
        return int(self.subject.partition("/")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is counted: each row of ``rows`` counts one, for the unit that its column ``unit`` names.

    ``columns`` (of the model, or paths from it) are what a list of the records shows; the ``personal`` among them are
    never shown there: who may read them opens the record's own ``page``, a route's name with the columns that are its
    keys. ``reach`` narrows the records to those that a person may open; without it whoever may read the metric may.
    """

    model: type[Model]
    rows: Callable[[Scope], "QuerySet[Any]"]
    unit: str = "unit"
    columns: tuple[str, ...]
    personal: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    reach: Callable[["Account", "QuerySet[Any]"], "QuerySet[Any]"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One version of how it is counted, for spans that end on a day from ``since`` to ``until`` (None: on and on).

    A recipe that is in use is never changed: a new version stands beside it. Without ``denominator`` it is a number.
    """

    version: int
    since: date
    until: date | None = None
    words: str
    numerator: Records
    denominator: Records | None = None

    def holds_on(self, day: date) -> bool:
        """Whether spans that end on the day are counted so."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def sides(self) -> dict[str, Records]:
        """Numerator and denominator by their names."""
        found = {"numerator": self.numerator, "denominator": self.denominator}
        return {side: records for side, records in found.items() if records is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A counted figure, declared in a ``metrics.py`` as a plain value. ``subject`` names what a count is about
    ("programme"; "" for the whole province), ``ground`` the legal ground, ``reader`` who may see it. An indicator in
    whose name all words of ``named`` stand is the one that it counts; without them a person says which."""

    code: str
    name: str
    counts: str
    ground: str = ""
    subject: str = ""
    versions: tuple[Recipe, ...]
    reader: Verb = Verb.READ_PROGRAMMES
    named: tuple[str, ...] = ()

    def recipe_on(self, day: date) -> Recipe:
        """The newest version for spans that end on the day. Raises NoRecipe."""
        found = [recipe for recipe in self.versions if recipe.holds_on(day)]
        if not found:
            raise NoRecipe(name=self.name, day=write_date(day))
        return max(found, key=lambda recipe: recipe.version)

    def version(self, number: int) -> Recipe | None:
        """A version by its number; None where the declaration has it no more."""
        return next((recipe for recipe in self.versions if recipe.version == number), None)

    @property
    def is_ratio(self) -> bool:
        """Whether it has a denominator."""
        return all(recipe.denominator is not None for recipe in self.versions)
