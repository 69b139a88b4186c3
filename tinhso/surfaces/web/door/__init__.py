"""The door: everything between typing a name and being in."""
