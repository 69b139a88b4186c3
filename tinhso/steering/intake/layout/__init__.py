"""The layout: one text with its lines, the markers that number them, the tree they form, what each part is for."""
