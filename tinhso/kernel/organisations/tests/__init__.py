"""Rules of the office about units, as sentences."""
