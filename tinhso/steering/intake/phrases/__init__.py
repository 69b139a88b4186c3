"""The phrases: what one sentence says (who, when, how much, which document), whatever stands around it."""
