"""Puts the changes between two readings into the rows of a programme, keeping what people have done to them."""
