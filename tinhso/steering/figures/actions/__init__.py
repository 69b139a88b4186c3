"""What is done about figures: one verb a file."""
