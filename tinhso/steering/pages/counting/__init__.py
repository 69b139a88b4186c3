"""Phép đếm: what is counted and how, what was counted, and the records behind a number."""
