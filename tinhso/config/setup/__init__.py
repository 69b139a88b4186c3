"""Builds what an installation needs before Django can start. Plain Python: the system's own runs it."""
