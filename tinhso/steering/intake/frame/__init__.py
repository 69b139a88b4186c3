"""The frame: what every official document has around its own words."""
