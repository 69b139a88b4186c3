"""Chức vụ of a unit: made, held, ended, with their history."""
