"""Drafts of decisions, their lines, and each time that they took effect."""

from tinhso.kernel.reorganisations.models.drafts import Draft
from tinhso.kernel.reorganisations.models.enactments import Closing, Enactment
from tinhso.kernel.reorganisations.models.lines import Deed, Line

__all__ = ["Closing", "Deed", "Draft", "Enactment", "Line"]
