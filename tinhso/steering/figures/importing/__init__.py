"""Figures from a file, .csv or .xlsx: understood line by line, checked and entered as sets, all or none."""
