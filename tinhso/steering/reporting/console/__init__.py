"""The words of the command line about rounds and reports."""
