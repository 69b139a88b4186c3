"""Báo cáo: the rounds of a programme and the board of the department in charge."""
