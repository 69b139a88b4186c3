"""Số liệu: the figures of indicators on the screen, entering and correcting them."""
