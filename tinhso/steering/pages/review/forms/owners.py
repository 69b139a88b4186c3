"""Who watches, leads or helps as rows of a form: the wording of the plan, and whom it means."""

from collections.abc import Sequence
from typing import Any

from django import forms

from tinhso.lib.text import nfc
from tinhso.steering.pages.review.forms.bodies import Bodies, meant_by
from tinhso.steering.pages.review.forms.fields import remove_field
from tinhso.steering.programmes.editing.wanted import WantedOwner
from tinhso.steering.programmes.models import Assignment, EditableItem, Indicator, Task
from tinhso.steering.programmes.owners import Columns, Meaning

_ROLES = Assignment.Role
_OF_INDICATOR = (_ROLES.WATCHER, _ROLES.LEAD, _ROLES.COOPERATOR)
_OF_TASK = (_ROLES.LEAD, _ROLES.COOPERATOR)
_OF_DUTY = (_ROLES.SENDER, _ROLES.RECEIVER)


class OwnerForm(forms.Form):
    """One owner. ``who`` is the name of a body; ``body`` chooses among several that the name may mean."""

    key = forms.IntegerField(widget=forms.HiddenInput, required=False)
    wording = forms.CharField(widget=forms.HiddenInput, required=False, max_length=5_000)
    role = forms.ChoiceField(label="Vai trò")
    who = forms.CharField(
        label="Đơn vị, chức vụ hoặc nhóm",
        required=False,
        max_length=500,
        widget=forms.TextInput({"list": "bodies", "autocomplete": "off"}),
    )
    body = forms.CharField(label="Chọn đơn vị", required=False, max_length=40, widget=forms.Select)
    remove = remove_field()
    #: Whom the form's name means, once it is understood.
    meant: Columns

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let the person choose among bodies."""
        chooser = self.fields["body"].widget
        if isinstance(chooser, forms.Select) and choices:
            chooser.choices = [("", "– chọn –"), *choices]

    @property
    def has_choice(self) -> bool:
        """Whether there are bodies to choose from."""
        chooser = self.fields["body"].widget
        return isinstance(chooser, forms.Select) and bool(chooser.choices)

    @property
    def is_blank(self) -> bool:
        """Whether the row names nobody and stands for nobody."""
        given = self.cleaned_data
        return not given.get("key") and not given.get("who") and not given.get("body")

    def understand(self, bodies: Bodies, meanings: dict[str, list[Meaning]]) -> None:
        """Set ``meant``, or say what the name may mean."""
        given = self.cleaned_data
        self.meant = bodies.columns(given.get("body", ""))
        who = nfc(given.get("who", ""))
        if self.meant or not who or given.get("remove"):
            return
        if who == self.initial.get("who"):
            self.meant = self.initial["columns"]
            return
        found = meanings.get(who, [])
        if len(found) == 1 and found[0].columns:
            self.meant = found[0].columns
            return
        self._ask(who, [each for meaning in found for each in meaning.candidates], bodies)

    def _ask(self, who: str, candidates: Sequence[Columns], bodies: Bodies) -> None:
        self.offer([bodies.choice(each) for each in candidates])
        words = "có thể là nhiều đơn vị; hãy chọn một" if candidates else "không khớp đơn vị, chức vụ, nhóm nào"
        self.add_error("who", f"“{who}” {words} (theo danh mục ngày {bodies.roster.day:%d/%m/%Y}).")

    def wanted(self) -> WantedOwner | None:
        """The owner; None for a row that is empty or taken out."""
        given = self.cleaned_data
        if given.get("remove") or self.is_blank:
            return None
        wording = given["wording"] or nfc(given["who"])
        return WantedOwner(key=given["key"], role=given["role"], wording=wording, body=self.meant)


OwnerForms = forms.formset_factory(OwnerForm, extra=1, max_num=100)


def owner_rows(item: EditableItem, bodies: Bodies) -> Sequence[dict[str, Any]]:
    """What the form shows first: ``columns`` is whom the wording means now, ``choices`` whom it may mean."""
    rows = Assignment.objects.current().filter(**{str(item._meta.model_name): item}).order_by("position", "pk")
    found = []
    for each in rows.prefetch_related("candidates"):
        columns = meant_by(each)
        candidates = [meant_by(candidate) for candidate in each.candidates.all()]
        found.append({
            "key": each.pk,
            "wording": each.wording,
            "role": each.role,
            "columns": columns,
            "who": bodies.name(columns) if columns else "",
            "choices": [] if columns else [bodies.choice(candidate) for candidate in candidates],
        })  # fmt: skip
    return found


def roles_of(item: EditableItem) -> list[tuple[str, str]]:
    """The roles that somebody may have with this kind of item."""
    roles = _OF_INDICATOR if isinstance(item, Indicator) else _OF_TASK if isinstance(item, Task) else _OF_DUTY
    return [(role.value, str(role.label)) for role in roles]
