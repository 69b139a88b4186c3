"""Ủy quyền: the holder of a role lets another person act for him on given days, by a paper."""
