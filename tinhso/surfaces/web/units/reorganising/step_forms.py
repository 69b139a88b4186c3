"""The forms of the steps: each says what is done to which units, and gives the lines of the draft that do it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import ClassVar

from django import forms
from django.http import QueryDict

from tinhso.kernel.organisations.models import Kind
from tinhso.kernel.reorganisations.actions.prepare import free_unit_key
from tinhso.kernel.reorganisations.models import Deed, Line
from tinhso.surfaces.web.units.choosing import Offer, UnitField

_KINDS = (("", "Giữ như cũ"), *Kind.choices)
#: So many rows a form has for units that are merged, or among which one is divided; further ones are a further step.
SEVERAL = 6
PARTS = 4
#: Of these so many are seen at once.
SEEN = 2


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields that stand together; with a title they are folded until one of them is needed."""

    title: str
    fields: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Something stands in it, or is wrong with it."""
        return any(field.value() or field.errors for field in self.fields)


class StepForm(forms.Form):
    """A step; ``offered`` are the units of the day before with those that the draft makes."""

    template: ClassVar[str] = "web/_form.html"
    #: The fields that few need, by the words under which they are folded.
    folded: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, values: QueryDict | None, *, offered: Sequence[Offer]) -> None:
        super().__init__(values)
        self.offered = offered
        for field in self.fields.values():
            if isinstance(field, UnitField):
                field.offered = offered

    def parts(self) -> list[FormPart]:
        """The fields in their order, with those that are folded together."""
        title_of = {name: title for title, names in self.folded.items() for name in names}
        runs = groupby(self, key=lambda field: title_of.get(field.name, ""))
        return [FormPart(title, list(fields)) for title, fields in runs]

    def lines(self) -> list[Line]:
        """The lines of the draft, not saved."""
        raise NotImplementedError

    def _new_key(self, name: str) -> str:
        return free_unit_key(name, [offer.key for offer in self.offered])


class EstablishForm(StepForm):
    """A new unit."""

    name = forms.CharField(label="Tên đơn vị", max_length=255)
    kind = forms.ChoiceField(label="Loại", choices=(("", "Chọn loại"), *Kind.choices))
    parent = UnitField(label="Cấp trên", required=False)
    short_name = forms.CharField(label="Tên viết tắt", max_length=120, required=False)
    official_code = forms.CharField(label="Mã đơn vị hành chính", max_length=20, required=False)
    head_title = forms.CharField(
        label="Chức danh người đứng đầu", max_length=120, required=False, help_text="Ví dụ: Giám đốc, Chủ tịch UBND."
    )

    def lines(self) -> list[Line]:
        asked = self.cleaned_data
        return [Line(deed=Deed.ESTABLISH, unit=self._new_key(asked["name"]), **asked)]


class AmendForm(StepForm):
    """A new name, kind or superior; what is left empty stays."""

    unit = UnitField(label="Đơn vị")
    name = forms.CharField(label="Tên mới", max_length=255, required=False)
    short_name = forms.CharField(label="Tên viết tắt mới", max_length=120, required=False)
    kind = forms.ChoiceField(label="Loại mới", choices=_KINDS, required=False)
    parent = UnitField(label="Cấp trên mới", required=False)
    official_code = forms.CharField(label="Mã đơn vị hành chính mới", max_length=20, required=False)

    def clean(self) -> dict[str, object]:
        asked = super().clean() or {}
        if not any(value for name, value in asked.items() if name != "unit") and not self.errors:
            raise forms.ValidationError("Hãy ghi ít nhất một điều thay đổi.")
        return asked

    def lines(self) -> list[Line]:
        return [Line(deed=Deed.AMEND, **self.cleaned_data)]


class TransferForm(StepForm):
    """A function goes to another unit; both go on."""

    unit = UnitField(label="Đơn vị chuyển")
    successor = UnitField(label="Đơn vị nhận")
    function = forms.CharField(
        label="Chức năng, nhiệm vụ chuyển",
        max_length=255,
        help_text="Việc đang mở vẫn ở đơn vị chuyển cho tới khi có người giao tiếp từng việc.",
    )

    def lines(self) -> list[Line]:
        return [Line(deed=Deed.TRANSFER, **self.cleaned_data)]


class DissolveForm(StepForm):
    """A unit ends without a successor."""

    unit = UnitField(label="Đơn vị giải thể")
    with_children = forms.BooleanField(
        label="Đơn vị trực thuộc chuyển về cấp trên của đơn vị này", required=False, initial=True
    )

    def lines(self) -> list[Line]:
        return [Line(deed=Deed.DISSOLVE, ends=True, **self.cleaned_data)]


class MergeForm(StepForm):
    """Several units become one, that stands already or is made for it."""

    folded = {"Thêm đơn vị nhập vào": tuple(f"unit_{number}" for number in range(SEEN + 1, SEVERAL + 1))}

    into = UnitField(
        label="Vào đơn vị đang có",
        required=False,
        help_text="Để trống nếu lập đơn vị mới; khi đó ghi tên và loại ở dưới.",
    )
    name = forms.CharField(label="Tên đơn vị mới", max_length=255, required=False)
    kind = forms.ChoiceField(label="Loại đơn vị mới", choices=(("", "Chọn loại"), *Kind.choices), required=False)
    parent = UnitField(label="Cấp trên của đơn vị mới", required=False)
    short_name = forms.CharField(label="Tên viết tắt của đơn vị mới", max_length=120, required=False)
    official_code = forms.CharField(label="Mã đơn vị hành chính mới", max_length=20, required=False)
    head_title = forms.CharField(label="Chức danh người đứng đầu đơn vị mới", max_length=120, required=False)
    with_children = forms.BooleanField(
        label="Đơn vị trực thuộc các đơn vị cũ chuyển sang đơn vị này", required=False, initial=True
    )

    def __init__(self, values: QueryDict | None, *, offered: Sequence[Offer]) -> None:
        super().__init__(values, offered=offered)
        merged = {f"unit_{number}": _numbered("Đơn vị nhập vào", number, offered) for number in range(1, SEVERAL + 1)}
        self.fields = {**merged, **self.fields}

    def clean(self) -> dict[str, object]:
        asked = super().clean() or {}
        if not self.errors and not asked["into"] and not (asked["name"] and asked["kind"]):
            raise forms.ValidationError("Hãy chọn đơn vị đang có, hoặc ghi tên và loại của đơn vị mới.")
        if not self.errors and asked["into"] and asked["name"]:
            raise forms.ValidationError("Chỉ chọn một: vào đơn vị đang có, hoặc lập đơn vị mới.")
        return asked

    def lines(self) -> list[Line]:
        asked = self.cleaned_data
        into = asked["into"] or self._new_key(asked["name"])
        named = dict.fromkeys(asked[f"unit_{number}"] for number in range(1, SEVERAL + 1))
        merged = [
            Line(deed=Deed.MERGE, unit=key, successor=into, share=1, ends=True, with_children=asked["with_children"])
            for key in named
            if key and key != into
        ]
        columns = ("name", "kind", "parent", "short_name", "official_code", "head_title")
        made = Line(deed=Deed.ESTABLISH, unit=into, **{name: asked[name] for name in columns})
        return merged if asked["into"] else [made, *merged]


class SplitForm(StepForm):
    """A unit is divided among several; it ends or goes on with the rest."""

    folded = {
        "Thêm đơn vị nhận": tuple(
            f"{name}_{number}" for number in range(SEEN + 1, PARTS + 1) for name in ("successor", "share", "function")
        )
    }

    unit = UnitField(label="Đơn vị được chia, tách")
    ends = forms.BooleanField(label="Đơn vị này kết thúc hoạt động", required=False)
    with_children = forms.BooleanField(label="Đơn vị trực thuộc chuyển sang đơn vị nhận phần lớn nhất", required=False)

    def __init__(self, values: QueryDict | None, *, offered: Sequence[Offer]) -> None:
        super().__init__(values, offered=offered)
        for number in range(1, PARTS + 1):
            self.fields[f"successor_{number}"] = _numbered("Đơn vị nhận", number, offered)
            self.fields[f"share_{number}"] = forms.DecimalField(
                label=f"Phần của đơn vị nhận {number} (%)", required=False, max_value=100, min_value=0, decimal_places=4
            )
            self.fields[f"function_{number}"] = forms.CharField(
                label=f"Chức năng giao cho đơn vị nhận {number}", max_length=255, required=False
            )

    def lines(self) -> list[Line]:
        return [line for number in range(1, PARTS + 1) for line in self._part(number)]

    def _part(self, number: int) -> Iterable[Line]:
        asked = self.cleaned_data
        successor, share = asked[f"successor_{number}"], asked[f"share_{number}"]
        if successor:
            yield Line(
                deed=Deed.SPLIT,
                unit=asked["unit"],
                successor=successor,
                share=share / Decimal(100) if share else None,
                function=asked[f"function_{number}"],
                ends=asked["ends"],
                with_children=asked["with_children"] and asked["ends"],
            )


#: The word in the address → the form.
STEPS: dict[str, type[StepForm]] = {
    "thanh-lap": EstablishForm,
    "doi": AmendForm,
    "sap-nhap": MergeForm,
    "chia-tach": SplitForm,
    "chuyen-chuc-nang": TransferForm,
    "giai-the": DissolveForm,
}
TITLES = {
    "thanh-lap": "Thành lập đơn vị",
    "doi": "Đổi tên, loại hoặc cấp trên",
    "sap-nhap": "Sáp nhập, hợp nhất",
    "chia-tach": "Chia, tách đơn vị",
    "chuyen-chuc-nang": "Chuyển chức năng, nhiệm vụ",
    "giai-the": "Giải thể, kết thúc hoạt động",
}


def _numbered(label: str, number: int, offered: Sequence[Offer]) -> UnitField:
    field = UnitField(label=f"{label} {number}", required=number == 1)
    field.offered = offered
    return field
