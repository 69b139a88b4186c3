"""What is asked in the second step, and the picture that an app reads."""

from io import BytesIO

import segno
from django import forms
from django.utils.safestring import SafeString

from tinhso.kernel.accounts import second_step
from tinhso.kernel.accounts.models import Account

_FIELD = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label="Mã xác thực",
        max_length=20,
        help_text="Sáu chữ số trong ứng dụng xác thực. Không có điện thoại bên mình: gõ một mã khôi phục.",
        widget=forms.TextInput(attrs=_FIELD),
    )


class SetUpForm(forms.Form):
    """The first code of a new secret; ``proposed`` carries the secret, sealed."""

    proposed = forms.CharField(widget=forms.HiddenInput, max_length=400)
    code = forms.CharField(
        label="Mã sáu chữ số đang hiện trong ứng dụng",
        max_length=20,
        widget=forms.TextInput(attrs={**_FIELD, "inputmode": "numeric"}),
    )


def proposal(account: Account, form: SetUpForm | None) -> dict[str, object]:
    """The form with a secret (the one already shown, while it holds), its picture, and its signs for typing."""
    shown = str(form.data.get("proposed", "")) if form else ""
    secret = second_step.opened(account, shown)
    if form is None or secret is None:
        shown = second_step.propose(account)
        secret = second_step.opened(account, shown) or ""
        form = SetUpForm(initial={"proposed": shown})
    grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    address = second_step.address(account, secret)
    return {"form": form, "picture": _picture(address), "app_address": address, "secret": grouped}


def _picture(address: str) -> SafeString:
    drawn = BytesIO()
    # Dark on light whatever the scheme of the page, with its white border: cameras need both. No style attribute.
    segno.make(address, error="m").save(
        drawn, kind="svg", scale=5, border=4, dark="#000", light="#fff", xmldecl=False, svgns=False, nl=False
    )
    return SafeString(drawn.getvalue().decode())
