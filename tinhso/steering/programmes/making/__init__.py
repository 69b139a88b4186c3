"""Rows from a reading: each item of the reading becomes one row with its parts and its words."""
