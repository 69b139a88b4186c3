"""The plan reader: a Vietnamese administrative document in, its items with their words out. Pure Python."""
