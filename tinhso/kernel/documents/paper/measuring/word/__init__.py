"""Facts of a .docx."""
