"""Tài khoản của tôi: what a person does about the own account."""
