"""All forms of one item together: sent as one, valid as one, compared as one."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BaseForm, BaseFormSet, BoundField
from django.http import QueryDict

from tinhso.lib.text import nfc
from tinhso.steering.pages.review.forms.bodies import Bodies
from tinhso.steering.pages.review.forms.owners import OwnerForm, OwnerForms, owner_rows, roles_of
from tinhso.steering.pages.review.forms.products import ProductForms, product_rows
from tinhso.steering.pages.review.forms.targets import TargetForms, target_rows
from tinhso.steering.pages.review.forms.words import words_form
from tinhso.steering.programmes.editing.wanted import Wanted
from tinhso.steering.programmes.models import EditableItem, Indicator, Programme, Task
from tinhso.steering.programmes.owners import naming_day_of


class Together(forms.Form):
    """The fields of several forms as those of one, for the page that shows two contents side by side."""

    def __init__(self, parts: list[BaseForm]) -> None:
        super().__init__()
        self.parts = parts

    def __iter__(self) -> Iterator[BoundField]:
        return (field for part in self.parts for field in part if not field.is_hidden)


class ItemForms:
    """The words of the item, its targets, its products, its owners; None for parts that its kind does not have."""

    def __init__(self, item: EditableItem, programme: Programme, sent: QueryDict | None = None) -> None:
        self.bodies = Bodies.on(naming_day_of(programme))
        self.item = words_form(item, programme, sent)
        self.targets = self.products = None
        if isinstance(item, Indicator):
            self.targets = TargetForms(sent, initial=target_rows(item), prefix="muc")
        if isinstance(item, Task):
            self.products = ProductForms(sent, initial=product_rows(item), prefix="san-pham")
        self.owners = OwnerForms(sent, initial=owner_rows(item, self.bodies), prefix="don-vi")
        for form in self.owners.forms:
            _prepare(form, roles_of(item))

    @property
    def sets(self) -> list[BaseFormSet[Any]]:
        """The forms of the parts."""
        return [each for each in (self.targets, self.products, self.owners) if each is not None]

    @property
    def all(self) -> list[BaseForm]:
        """Every form, the item's own first."""
        return [self.item, *(form for each in self.sets for form in each.forms)]

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Field's id, its label and what is wrong with it, of all forms."""
        return [
            (str(field.id_for_label), str(field.label), str(error))
            for form in self.all
            for field in form
            for error in field.errors
        ]

    def is_valid(self) -> bool:
        """Whether all are; names of bodies are understood here."""
        valid = [self.item.is_valid(), *(each.is_valid() for each in self.sets)]
        if not all(valid):
            return False
        rows: list[OwnerForm] = list(self.owners.forms)
        typed = {nfc(row.cleaned_data.get("who", "")) for row in rows} - {""}
        known = {row.initial.get("who") for row in rows}
        meanings = self.bodies.meanings(typed - known)
        for row in rows:
            row.understand(self.bodies, meanings)
        return all(row.is_valid() for row in rows)

    def wanted(self) -> Wanted:
        """The item as the person wants it."""
        return Wanted(
            columns=self.item.wanted_columns(),
            deadline=self.item.wanted_deadline(),
            targets=_parts(self.targets),
            products=_parts(self.products),
            owners=_parts(self.owners),
        )

    def together(self) -> BaseForm:
        """All fields as those of one form."""
        return Together(self.all)

    def values(self) -> Mapping[str, object]:
        """What stands now, by the name of the field."""
        return {field.html_name: field.value() for form in self.all for field in form}


def _prepare(form: OwnerForm, roles: list[tuple[str, str]]) -> None:
    chooser = form.fields["role"]
    if isinstance(chooser, forms.ChoiceField):
        chooser.choices = roles
        chooser.initial = roles[0][0]
    form.offer(form.initial.get("choices", ()))


def _parts(formset: BaseFormSet[Any] | None) -> list[Any] | None:
    """The parts wanted; a row that was left empty is none."""
    if formset is None:
        return None
    filled = (form.wanted() for form in formset.forms if form.cleaned_data)
    return [part for part in filled if part is not None]
