"""Tài khoản, for administrators: the list, inviting a person, and the page of one account."""
