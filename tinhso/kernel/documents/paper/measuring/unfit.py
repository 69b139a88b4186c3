"""A file that is not measured."""


class Unfit(ValueError):
    """Its words are the end of a sentence."""
