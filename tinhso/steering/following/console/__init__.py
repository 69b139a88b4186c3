"""The words of the command line about tasks."""
