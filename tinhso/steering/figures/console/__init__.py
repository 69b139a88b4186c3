"""The word of the command line about figures."""
