"""The letter (công văn đôn đốc) to the units whose report of a round is missing."""
