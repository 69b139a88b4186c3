"""What is done to documents and programmes: one verb a file."""
