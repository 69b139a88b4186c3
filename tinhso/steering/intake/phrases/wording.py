"""Wording: patterns made from lists of phrases, so that the lists can be read as lists."""

import re


def any_of(phrases: str) -> str:
    """A pattern of the phrases in ``phrases`` (parted by "|", on any number of lines), the longest first."""
    parted = {" ".join(phrase.split()) for phrase in phrases.split("|")}
    ordered = sorted((phrase for phrase in parted if phrase), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"
