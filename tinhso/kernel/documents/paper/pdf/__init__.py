"""A document as .pdf: set by typst on one page of ours, PDF/A-2b, its face embedded."""

from tinhso.kernel.documents.paper.pdf.shaping import unprinted
from tinhso.kernel.documents.paper.pdf.writing import pdf_of

__all__ = ["pdf_of", "unprinted"]
