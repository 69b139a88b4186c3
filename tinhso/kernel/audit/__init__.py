"""The log of every change: written by the database itself, append-only, chained by hashes."""
