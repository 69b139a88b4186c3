"""What is asked at the door."""

from django import forms


class SignInForm(forms.Form):
    """What is asked at the door. The name is taken whatever the case and the blanks around it."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="Mật khẩu",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_username(self) -> str:
        """One way to write a name, so that the count of failures is one as well."""
        return str(self.cleaned_data["username"]).lower()
