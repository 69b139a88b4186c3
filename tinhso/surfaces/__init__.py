"""The doors: each knows every register, none knows a domain."""
