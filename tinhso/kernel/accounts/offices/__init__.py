"""Chức vụ: posts at units, who holds them from day to day, and the account of the holder."""
