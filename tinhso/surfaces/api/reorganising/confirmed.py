"""Who changes the tree of units through a page's session proves again who he is, as on the page."""

from typing import ClassVar

from django.http import HttpRequest

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.sessions import is_confirmed
from tinhso.kernel.accounts.standing import require
from tinhso.lib.errors import TinhsoError
from tinhso.surfaces.api.entrance import ACTING, token_of


class NotConfirmed(TinhsoError):
    """A session whose owner proved himself long ago."""

    code: ClassVar[str] = "not_confirmed"
    status: ClassVar[int] = 403
    sentence = "Việc này cần xác nhận lại là bạn: hãy làm trên trang, hoặc gọi bằng mã truy cập."


def keeper(request: HttpRequest) -> Account:
    """Whoever keeps the organisations. Raises NotAllowed."""
    return require(request, Verb.KEEP_ORGANISATIONS)


def confirmed_keeper(request: HttpRequest) -> Account:
    """The same, with a token, at the machine, or proved anew in his session. Raises NotAllowed, NotConfirmed."""
    account = keeper(request)
    is_called = token_of(request) is not None or request.META.get(ACTING) is not None
    if not is_called and not is_confirmed(request.session):
        raise NotConfirmed
    return account
