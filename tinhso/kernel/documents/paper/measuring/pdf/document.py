"""A .pdf as facts."""

from tinhso.kernel.documents.paper.measuring.facts import Facts
from tinhso.kernel.documents.paper.measuring.unfit import Unfit


def facts_of_pdf(content: bytes) -> Facts:
    """Raises Unfit."""
    raise Unfit("chưa kiểm tra được tệp .pdf.")
