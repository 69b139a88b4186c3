"""The kinds of notices, as letters tell them."""

from tinhso.kernel.mail.kinds import LetterKind
from tinhso.steering.following.models import Notice

_Kind = Notice.Kind
#: In the order of a letter.
_ORDER = (
    _Kind.DUE_TODAY,
    _Kind.OVERDUE,
    _Kind.RETURNED,
    _Kind.REMINDED,
    _Kind.ASKED,
    _Kind.GIVEN,
    _Kind.DUE_SOON,
    _Kind.DECIDED,
    _Kind.MENTION,
)
_URGENT = frozenset({_Kind.DUE_TODAY, _Kind.RETURNED})

KINDS = tuple(
    LetterKind(kind.value, str(kind.label), 10 + place, is_urgent=kind in _URGENT) for place, kind in enumerate(_ORDER)
)
