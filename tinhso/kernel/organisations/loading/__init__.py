"""Loads organisations and decided days from tables (samples/organisations); what stands there already is kept."""
