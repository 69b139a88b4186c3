"""What is asked of a subscription."""

from typing import Any
from uuid import uuid4

from django import forms

from tinhso.kernel.exchange.events import EVENTS
from tinhso.kernel.exchange.models import Subscription


class SubscriptionForm(forms.Form):
    """Who, where, of what. ``version`` is what the person saw; ``uid`` makes a form sent twice one subscription."""

    name = forms.CharField(label="Hệ thống nhận", max_length=120)
    address = forms.URLField(
        label="Địa chỉ nhận", max_length=500, assume_scheme="https", help_text="Ví dụ: https://truc.example/su-kien"
    )
    events = forms.MultipleChoiceField(
        label="Sự kiện",
        choices=tuple(EVENTS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Không chọn sự kiện nào là nhận tất cả.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    uid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


def as_typed(subscription: Subscription) -> dict[str, Any]:
    """What the form shows of a subscription that stands."""
    names = ("name", "address", "events", "version", "uid")
    return {name: getattr(subscription, name) for name in names}
