"""Công khai những gì: a tick for the page itself, and one for each indicator."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import require
from tinhso.steering.pages.asked import asked
from tinhso.steering.programmes.actions.make_public import PAGE, make_public, public_keys
from tinhso.steering.programmes.models import Indicator, Programme


class PublicForm(forms.Form):
    """What is to be public."""

    public = forms.MultipleChoiceField(label="Công khai", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, sent: QueryDict | None, programme: Programme) -> None:
        super().__init__(sent, label_suffix="")
        found = Indicator.objects.current().filter(programme=programme).in_document_order()
        chooser = self.fields["public"]
        if isinstance(chooser, forms.MultipleChoiceField):
            named = [(str(each.pk), f"{each.code} {each.name}") for each in found]
            chooser.choices = [(str(PAGE), "Mở trang công khai của chương trình"), *named]
        chooser.initial = [str(key) for key in public_keys(programme)]

    def keys(self) -> list[int]:
        """The keys chosen."""
        return [int(key) for key in self.cleaned_data["public"]]


@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, programme: int) -> HttpResponse:
    """The form; sent, it holds at once."""
    found = asked(request, programme).programme
    account = require(request, Verb.SET_PROGRAMME)
    form = PublicForm(request.POST if request.method == "POST" else None, found)
    if form.is_valid():
        make_public(found, form.keys(), by=account)
        messages.success(request, "Đã lưu những gì công khai.")
        return redirect("programme_settings:public", programme)
    context = {"programme": found, "form": form, "open": PAGE in public_keys(found)}
    return render(request, "open_page/mark.html", context, status=422 if form.errors else 200)
