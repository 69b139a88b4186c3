"""Lengths of the page, from the form."""

from tinhso.kernel.documents.paper import form

TEXT_WIDTH = form.PAGE_WIDTH.taken - form.MARGIN_LEFT.taken - form.MARGIN_RIGHT.taken
"""Millimetres between the margins."""

TEXT_LENGTH = form.PAGE_HEIGHT.taken - form.MARGIN_LEFT.taken - form.MARGIN_RIGHT.taken
"""The same of a page that lies across."""

POINTS_A_MILLIMETRE = 72 / 25.4


def shared(shares: tuple[float, float]) -> tuple[float, float]:
    """The two columns (mm) that have such parts of the text's width."""
    left, right = shares
    return TEXT_WIDTH * left / (left + right), TEXT_WIDTH * right / (left + right)
