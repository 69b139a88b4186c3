"""What a person does to the items that the reader proposed: one verb a file."""
