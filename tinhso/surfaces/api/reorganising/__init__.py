"""Reorganisations by the API: drafted, previewed, put into force, taken back; with the right that the pages ask for."""
