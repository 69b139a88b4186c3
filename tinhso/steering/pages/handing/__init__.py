"""Giao tiếp: work of which a person decides who goes on with it after a reorganisation."""
