"""Counts and ratios with their records: what a register counts, and what was counted when."""
