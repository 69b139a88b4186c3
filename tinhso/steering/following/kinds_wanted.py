"""Which kind of document a product's words ask for, and whether what was recorded is one."""

import re
from collections.abc import Collection

from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.models import IssuedDocument
from tinhso.lib.text import nfc
from tinhso.steering.following.refusals import WrongKind

_KINDS = {str(kind.label).lower(): kind for kind in DocumentKind}
#: A kind is meant where the product begins with it, or where somebody is to write, submit or issue it; "theo quy định"
#: asks for nothing.
_ASKED = re.compile(
    r"(?:^|\b(?:ban hành|xây dựng|trình|lập|hoàn thiện|phê duyệt|tham mưu|soạn thảo|dự thảo)\s+)(?:các\s+|bản\s+)?"
    rf"({'|'.join(sorted(map(re.escape, _KINDS), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
#: Quy chế, đề án, kế hoạch and the like are issued by a decision, which then is the document.
_ISSUED_BY_DECISION = frozenset(
    {
        DocumentKind.REGULATION,
        DocumentKind.RULES,
        DocumentKind.PROGRAMME,
        DocumentKind.PLAN,
        DocumentKind.SCHEME,
        DocumentKind.PROPOSAL,
        DocumentKind.PROJECT,
    }
)


def kind_wanted(words: str) -> DocumentKind | None:
    """ "trình ban hành Quy chế …" → Quy chế; None where the words ask for no document."""
    found = _ASKED.search(nfc(words).strip())
    return _KINDS[found[1].lower()] if found else None


def refuse_wrong_kind(words: str, documents: Collection[IssuedDocument]) -> None:
    """Raises WrongKind unless one of the documents is of the kind that the words ask for."""
    wanted = kind_wanted(words)
    if wanted is None or any(_is(wanted, document) for document in documents):
        return
    given = ", ".join(sorted({str(each.get_kind_display()).lower() for each in documents}))
    raise WrongKind(wanted=str(wanted.label).lower(), given=given or "tệp, liên kết chưa có số và ngày ban hành")


def _is(wanted: DocumentKind, document: IssuedDocument) -> bool:
    by_decision = document.kind == DocumentKind.DECISION and wanted in _ISSUED_BY_DECISION
    return document.kind == wanted or by_decision
