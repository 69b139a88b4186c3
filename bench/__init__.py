"""Measures: each module prints its own table; ``make bench`` runs them all."""
