"""A decision that reorganises: its steps, and putting them into force at once."""
