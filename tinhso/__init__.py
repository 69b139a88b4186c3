"""tinhso, the digital province: a plan document goes in, a tracked programme comes out."""

__version__ = "0.2.0"
