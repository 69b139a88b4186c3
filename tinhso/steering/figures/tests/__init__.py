"""The rules of figures, as an office would say them."""
