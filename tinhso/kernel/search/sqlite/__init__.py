"""The index in SQLite: FTS5 over the index's own rows, kept by triggers."""
