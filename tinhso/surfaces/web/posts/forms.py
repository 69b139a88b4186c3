"""What is asked about a post and its holder."""

from django import forms

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Post

_DAY = {"placeholder": "05/3/2022", "autocomplete": "off"}


class PostForm(forms.Form):
    """A new post."""

    title = forms.CharField(label="Chức danh", max_length=120, help_text="Ví dụ Phó Giám đốc, Chánh Văn phòng")
    rank = forms.ChoiceField(label="Vị trí", choices=Post.Rank.choices, initial=Post.Rank.DEPUTY)
    since = forms.DateField(label="Có từ ngày", widget=forms.DateInput(attrs=_DAY))


class HolderForm(forms.Form):
    """Who holds a post; the account is found by its sign-in name."""

    person = forms.CharField(label="Họ và tên", max_length=120)
    since = forms.DateField(label="Giữ từ ngày", widget=forms.DateInput(attrs=_DAY))
    until = forms.DateField(
        label="Đến trước ngày", required=False, widget=forms.DateInput(attrs=_DAY), help_text="Để trống khi còn giữ."
    )
    seat = forms.IntegerField(
        label="Chỗ", min_value=1, max_value=20, initial=1, help_text="Chức vụ có nhiều người (các cấp phó) thì đánh số."
    )
    source = forms.CharField(label="Theo văn bản", required=False, max_length=255)
    account = forms.CharField(
        label="Tên đăng nhập của người này", required=False, max_length=60, help_text="Nếu có tài khoản."
    )

    def clean_account(self) -> Account | None:
        """The account of that name, if one was typed."""
        typed = str(self.cleaned_data["account"]).strip().lower()
        found = Account.objects.filter(username=typed).first() if typed else None
        if typed and found is None:
            raise forms.ValidationError(f"Không có tài khoản “{typed}”.")
        return found


class EndForm(forms.Form):
    """The first day without."""

    on = forms.DateField(label="Thôi từ ngày", widget=forms.DateInput(attrs=_DAY))
