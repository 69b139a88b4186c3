"""The screens of figures."""
