"""A document as .docx: WordprocessingML on styles of our own, packed by python-docx."""

from tinhso.kernel.documents.paper.docx.writing import docx_of

__all__ = ["docx_of"]
