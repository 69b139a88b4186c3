"""The rules of an official document."""
