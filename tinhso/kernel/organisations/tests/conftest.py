"""Fixtures of the organisations."""

from tinhso.kernel.organisations.tests.samples import bac_giang

__all__ = ["bac_giang"]
