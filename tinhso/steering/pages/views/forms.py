"""What is asked about a view."""

from collections.abc import Mapping

from django import forms

from tinhso.steering.pages.views.models import SavedView

Sharing = SavedView.Sharing


class ViewForm(forms.Form):
    """Its name, and who sees it among his views."""

    name = forms.CharField(label="Tên khung nhìn", max_length=80)
    sharing = forms.ChoiceField(label="Ai thấy trong danh mục của mình", choices=Sharing.choices)

    def __init__(self, sent: Mapping[str, str] | None, *, may_share: bool, has_unit: bool, **initial: str) -> None:
        super().__init__(sent, initial=initial)
        offered = {Sharing.OWN: True, Sharing.UNIT: has_unit, Sharing.PROGRAMME: may_share}
        chooser = self.fields["sharing"]
        if isinstance(chooser, forms.ChoiceField):
            chooser.choices = [(each.value, each.label) for each, may in offered.items() if may]
