"""What was handed in and what was issued."""

from tinhso.kernel.documents.models.files import Content, StoredFile
from tinhso.kernel.documents.models.issued import IssuedDocument

__all__ = ["Content", "IssuedDocument", "StoredFile"]
