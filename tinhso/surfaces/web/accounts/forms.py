"""What administrators type about accounts."""

from django import forms
from django.utils import timezone

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Role
from tinhso.kernel.organisations.models import Unit, UnitVersion


class NameForm(forms.Form):
    """The name of an account and where letters go; ``version`` is what the person saw."""

    display_name = forms.CharField(label="Họ và tên", max_length=120)
    email = forms.EmailField(label="Thư điện tử", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class RoleForm(forms.Form):
    """A role at a unit."""

    role = forms.ChoiceField(label="Vai trò", choices=Role.choices)
    unit = forms.CharField(label="Đơn vị", required=False, max_length=255, help_text="Gõ tên hoặc mã bền của đơn vị.")
    since = forms.DateField(label="Từ ngày", required=False, help_text="Để trống là từ hôm nay.")

    def clean_unit(self) -> str:
        """The key of the one unit of that name; an ambiguous name lists what it may be."""
        words = str(self.cleaned_data["unit"]).strip()
        keys = _keys_of(words) if words else [""]
        if len(keys) == 1:
            return keys[0]
        raise forms.ValidationError(
            f"Có {len(keys)} đơn vị khớp: {', '.join(keys[:5])}." if keys else "Không có đơn vị nào khớp."
        )


class InvitationForm(RoleForm):
    """A new person with a first role."""

    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9._-]{1,59}$",
        label="Tên đăng nhập",
        help_text="Chữ thường không dấu, chữ số, dấu chấm, gạch nối.",
    )
    display_name = forms.CharField(label="Họ và tên", max_length=120)
    email = forms.EmailField(
        label="Thư điện tử", required=False, help_text="Nếu có, liên kết mời cũng được gửi tới đây."
    )
    role = forms.ChoiceField(label="Vai trò", required=False, choices=(("", "Giao sau"), *Role.choices))
    field_order = ("username", "display_name", "email", "role", "unit", "since")

    def clean_username(self) -> str:
        """A name that nobody has."""
        username = str(self.cleaned_data["username"])
        if Account.objects.filter(username=username).exists():
            raise forms.ValidationError("Tên đăng nhập này đã có người dùng.")
        return username


def name_form(shown: Account) -> NameForm:
    """The form as it stands."""
    return NameForm(initial={"display_name": shown.display_name, "email": shown.email, "version": shown.version})


def _keys_of(words: str) -> list[str]:
    exact = Unit.objects.filter(key=words).values_list("key", flat=True)
    matching = UnitVersion.objects.valid_on(timezone.localdate()).matching(words).in_order()
    return list(exact) or list(dict.fromkeys(matching.values_list("unit__key", flat=True)[:20]))
