"""What a page shows as a table, as a workbook: the same rows in the same order, with types."""
