"""What may be done about a task: one verb a file."""
