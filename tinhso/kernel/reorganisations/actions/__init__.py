"""What a person does with a decision: one verb a file."""
