"""What a chooser's value stands for."""

from django.shortcuts import get_object_or_404

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.numbers import whole_number


def person_of(username: str) -> Account:
    """The account of that name, or 404."""
    return get_object_or_404(Account, username=username)


def unit_of(key: str) -> Unit:
    """The unit of that number, or 404."""
    return get_object_or_404(Unit, pk=whole_number(key))
