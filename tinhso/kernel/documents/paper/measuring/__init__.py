"""Whether a file has the form of an official document: .docx and .pdf, held against the table of the form."""

from tinhso.kernel.documents.paper.measuring.checking import check

__all__ = ["check"]
