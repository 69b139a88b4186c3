"""What a page shows is carried away as it is seen: a table as a workbook, a drawing as a picture."""
