"""What is done about rounds and reports: a file a verb."""
