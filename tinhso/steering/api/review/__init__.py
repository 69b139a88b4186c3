"""The review by the API: what the machine read, accepted, split, merged, added, dropped and taken back."""
