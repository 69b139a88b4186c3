"""The parts of an item as a person wants them; the caller holds the transaction."""
