"""What a password must not be, beyond Django's own rules: very long, or the person's name, however it is written."""

from django.core.exceptions import ValidationError

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import fold

#: Shorter names stand in too many words by chance.
_SHORTEST = 4


#: A longer one would only cost the time of its hash.
_LONGEST = 128


class NotTooLong:
    """A validator of AUTH_PASSWORD_VALIDATORS: a passphrase fits, a document does not."""

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raises ValidationError."""
        if len(password) > _LONGEST:
            raise ValidationError(f"Mật khẩu dài quá {_LONGEST} ký tự.")

    def get_help_text(self) -> str:
        """One line of the list beside the field."""
        return f"Mật khẩu không dài quá {_LONGEST} ký tự; có thể là một câu, có dấu cách và dấu tiếng Việt."


class NotTheName:
    """A validator of AUTH_PASSWORD_VALIDATORS: "Nguyen.Van.An-87" is no secret of Nguyễn Văn An."""

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raises ValidationError."""
        names = [] if user is None else [user.display_name, user.username]
        written = _squeezed(password)
        if any(len(name) >= _SHORTEST and name in written for name in map(_squeezed, names)):
            raise ValidationError("Mật khẩu không được chứa họ tên hay tên đăng nhập của bạn.")

    def get_help_text(self) -> str:
        """One line of the list beside the field."""
        return "Mật khẩu không được chứa họ tên hay tên đăng nhập của bạn."


def _squeezed(words: str) -> str:
    return "".join(sign for sign in fold(words) if sign.isalnum())
