"""Facts of a .pdf."""
