"""Who may change the items of a programme, and when."""

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.accounts.roles import Verb
from tinhso.kernel.accounts.standing import standing
from tinhso.steering.programmes.actions.close import require_running
from tinhso.steering.programmes.models import Programme


def require_editor(programme: Programme, by: Account) -> None:
    """For every deed on an item. Raises NotAllowed, ProgrammeClosed."""
    standing(by).require(Verb.ACCEPT_ITEMS)
    require_running(programme)
