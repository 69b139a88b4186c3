"""Official documents that say how a programme stands: made from facts, never from words that nobody said."""
