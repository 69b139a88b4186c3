"""Word documents (.docx): the archive, its parts, and the manuscript they hold."""
