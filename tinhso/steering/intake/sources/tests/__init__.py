"""What must hold of every source: the words in order, the tables, the refusals, the time."""
