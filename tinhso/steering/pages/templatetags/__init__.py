"""Template tags of the programme's screens."""
