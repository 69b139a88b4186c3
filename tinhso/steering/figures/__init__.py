"""What was measured: values of indicators by unit and span of days, and what they come to at every level."""
