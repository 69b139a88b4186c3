"""Excel workbooks: written with types, read with care."""
