"""A person whom a provider knows and we do not: never let in silently, unless an operator has said so."""

from django.conf import settings
from django.db import transaction

from tinhso.kernel.accounts import identities, opening
from tinhso.kernel.accounts.models import Account
from tinhso.kernel.audit.origin import acting
from tinhso.surfaces.web.door.provider import Provider, Word

_SIGNS = 10


def opened_by(provider: Provider, word: Word) -> Account | None:
    """An account without any role, where TINHSO_OIDC_CREATE is on; None elsewhere."""
    if not settings.OIDC_CREATE:
        return None
    username = f"{provider.key}-{opening.new_password().replace('-', '')[:_SIGNS]}"
    with acting(actor=username, source=f"đăng nhập qua {provider.key}"), transaction.atomic():
        account = opening.open_account(username, display_name=word.name[:120] or username)
        identities.link(account, provider.key, word.subject, by=account)
    return account
