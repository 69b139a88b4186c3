"""Rounds of reporting and reports of units, for other systems."""
