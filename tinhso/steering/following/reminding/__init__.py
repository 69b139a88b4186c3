"""Reminders: when a thing is told, to whom, and in which letter."""
