"""Thiết lập chương trình: its name, period and rules of work, and closing it."""
