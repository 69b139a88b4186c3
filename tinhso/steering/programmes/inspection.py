"""A file handed in as proof is looked into for the stamp of a state secret before it is kept."""

from dataclasses import replace

from tinhso.steering.intake.sources import read_manuscript
from tinhso.steering.intake.sources.limits import LIMITS
from tinhso.steering.intake.sources.refusals import SecretDocument, Unreadable

#: The stamp stands on the first page; a hundred-page report must not be read whole for it.
_HOW_IT_BEGINS = replace(LIMITS, pages=100_000, first_pages=3, seconds=10.0)
_WITH_TEXT = (".txt", ".docx", ".doc", ".pdf")


def refuse_secret_file(name: str, content: bytes) -> None:
    """Raises SecretDocument for a document marked MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước 2018).

    A file without words that can be read (a scan, a locked or damaged one) shows no stamp and passes.
    """
    if not name.lower().endswith(_WITH_TEXT):
        return
    try:
        read_manuscript(content, name, limits=_HOW_IT_BEGINS)
    except SecretDocument:
        raise
    except Unreadable:
        return
