"""What a report of a round says, and what not."""
