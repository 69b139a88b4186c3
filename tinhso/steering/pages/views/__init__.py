"""Saved views of the list of tasks: filters, order, grouping and columns under a name, for oneself or shared."""
