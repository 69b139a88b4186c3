"""The steering on the command line: one word a file. What goes wrong ends with one sentence and exit code 2."""
