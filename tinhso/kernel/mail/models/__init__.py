"""Letters, and what each person wants of them."""

from tinhso.kernel.mail.models.letters import Letter
from tinhso.kernel.mail.models.wishes import MailWishes

__all__ = ["Letter", "MailWishes"]
