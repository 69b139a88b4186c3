"""The index of everything that can be found, kept by the database itself."""
