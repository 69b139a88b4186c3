"""Lịch làm việc: the year as the office works it, and the days that people decide."""
