"""Files that people hand in, kept once and checked, and official documents that were issued."""
