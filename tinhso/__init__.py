"""tinhso, the digital province: a plan document goes in, a tracked programme comes out."""

__version__ = "0.1.0"
