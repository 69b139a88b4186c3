"""Migrations of the looks."""
