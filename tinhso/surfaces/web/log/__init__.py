"""Nhật ký: the log of every change, read, carried away and verified."""
