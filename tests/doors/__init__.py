"""docs/permissions.md is the table of who may what; here it is read, and every row of it walked."""
