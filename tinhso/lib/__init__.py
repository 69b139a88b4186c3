"""Plain Python that everything may use: one noun a file, no Django, no database."""
