"""The probes of the machine and of the program, one question a function."""
