"""Lịch: due days in people's own calendars, by private addresses."""
