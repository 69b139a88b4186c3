"""Reporting rounds: who is asked for what and by when, what each unit said, who let it go and who took it."""
