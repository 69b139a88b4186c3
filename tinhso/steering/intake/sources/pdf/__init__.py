"""PDF files with a text layer: letters and rules by their places, and the manuscript they make."""
