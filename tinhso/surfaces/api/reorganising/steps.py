"""The steps of a decision as they are sent: each gives the lines of the draft, as the forms of the page do."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from tinhso.kernel.organisations.models import Kind
from tinhso.kernel.reorganisations.actions.prepare import free_unit_key
from tinhso.kernel.reorganisations.models import Deed, Line
from tinhso.surfaces.api.shapes import Sent

Key = Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9-]+$", description="Khóa đơn vị. A unit's key.")]
KeyOrNone = Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9-]*$")]


class EstablishSent(Sent):
    """A new unit; without a key it gets one made of its name."""

    deed: Literal["establish"]
    unit: KeyOrNone = ""
    name: str = Field(min_length=1, max_length=255)
    kind: Kind
    parent: KeyOrNone = ""
    short_name: str = Field("", max_length=120)
    official_code: str = Field("", max_length=20)
    head_title: str = Field("", max_length=120)

    def lines(self) -> list[Line]:
        """One line."""
        return [Line(**{**self.dict(), "unit": self.unit or free_unit_key(self.name, [])})]


class AmendSent(Sent):
    """A new name, kind or superior; what is left empty stays."""

    deed: Literal["amend"]
    unit: Key
    name: str = Field("", max_length=255)
    short_name: str = Field("", max_length=120)
    kind: Literal[""] | Kind = ""
    parent: KeyOrNone = ""
    official_code: str = Field("", max_length=20)

    @model_validator(mode="after")
    def changes_something(self) -> Self:
        """As the page asks."""
        if not any((self.name, self.short_name, self.kind, self.parent, self.official_code)):
            raise ValueError("Hãy ghi ít nhất một điều thay đổi.")
        return self

    def lines(self) -> list[Line]:
        """One line."""
        return [Line(**self.dict())]


class MergeSent(Sent):
    """Units end in another, that stands already or is established by a step before."""

    deed: Literal["merge"]
    units: list[Key] = Field(min_length=1, max_length=500)
    into: Key
    with_children: bool = Field(default=True, description="Đơn vị trực thuộc đi theo. What stands under them goes too.")

    def lines(self) -> list[Line]:
        """One line for each that ends."""
        ending = (unit for unit in dict.fromkeys(self.units) if unit != self.into)
        along = self.with_children
        return [
            Line(deed=Deed.MERGE, unit=unit, successor=self.into, share=1, ends=True, with_children=along)
            for unit in ending
        ]


class PartSent(Sent):
    """What one unit gets of another."""

    to: Key
    share: Decimal | None = Field(None, gt=0, le=1, max_digits=7, decimal_places=6, description="0 … 1")
    function: str = Field("", max_length=255)


class SplitSent(Sent):
    """A unit is divided among several; it ends or goes on with the rest."""

    deed: Literal["split"]
    unit: Key
    parts: list[PartSent] = Field(min_length=1, max_length=50)
    ends: bool = False
    with_children: bool = False

    def lines(self) -> list[Line]:
        """One line for each part."""
        along = self.ends and self.with_children
        return [
            Line(
                deed=Deed.SPLIT,
                unit=self.unit,
                successor=part.to,
                share=part.share,
                function=part.function,
                ends=self.ends,
                with_children=along,
            )
            for part in self.parts
        ]


class TransferSent(Sent):
    """A function goes to another unit; both go on."""

    deed: Literal["transfer"]
    unit: Key
    to: Key
    function: str = Field(min_length=1, max_length=255)

    def lines(self) -> list[Line]:
        """One line."""
        return [Line(deed=Deed.TRANSFER, unit=self.unit, successor=self.to, function=self.function)]


class DissolveSent(Sent):
    """A unit ends without a successor."""

    deed: Literal["dissolve"]
    unit: Key
    with_children: bool = Field(
        default=True, description="Đơn vị trực thuộc chuyển lên cấp trên. They go to its superior."
    )

    def lines(self) -> list[Line]:
        """One line."""
        return [Line(deed=Deed.DISSOLVE, unit=self.unit, ends=True, with_children=self.with_children)]


StepSent = Annotated[
    EstablishSent | AmendSent | MergeSent | SplitSent | TransferSent | DissolveSent, Field(discriminator="deed")
]


def lines_of(steps: Sequence[StepSent]) -> list[Line]:
    """The lines of all, not saved."""
    return [line for step in steps for line in _lines(step)]


def _lines(step: StepSent) -> Iterable[Line]:
    return step.lines()
