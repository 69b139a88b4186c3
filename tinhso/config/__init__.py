"""Assembles one installation: settings, addresses, commands, the processes that serve it."""
