"""The index in PostgreSQL: two GIN indexes over the index's own rows, kept by triggers."""
