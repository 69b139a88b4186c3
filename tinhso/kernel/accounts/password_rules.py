"""What a password must be, beyond Django's own rules: long, and not the person's name, however it is written."""

from django.core.exceptions import ValidationError

from tinhso.kernel.accounts.models import Account
from tinhso.lib.text import fold

#: Shorter names stand in too many words by chance.
_SHORTEST = 4


#: Shorter ones are guessed; a longer one would only cost the time of its hash.
_LEAST, _MOST = 12, 128


class Length:
    """A validator of AUTH_PASSWORD_VALIDATORS: a sentence fits, a document does not."""

    def validate(self, password: str, user: Account | None = None) -> None:
        """Raises ValidationError."""
        if not _LEAST <= len(password) <= _MOST:
            raise ValidationError(f"Mật khẩu phải có từ {_LEAST} đến {_MOST} ký tự; mật khẩu này có {len(password)}.")

    def get_help_text(self) -> str:
        """One line of the list beside the field."""
        return f"Từ {_LEAST} đến {_MOST} ký tự; có thể là một câu, có dấu cách và dấu tiếng Việt."


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
