"""Screens of unit reports: written by the officer, approved by the head, read as they were sent."""
