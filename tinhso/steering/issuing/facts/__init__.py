"""What a report of a round says, read before a word of it is written."""
