"""Words one wrong letter away: one left out, one too many, two exchanged, one for another."""

from string import ascii_lowercase

#: A shorter word has more neighbours than it has meaning; a number is right or wrong.
SHORTEST = 3


def neighbours(word: str) -> list[str]:
    """Every word one wrong letter away; none for numbers and very short words."""
    if len(word) < SHORTEST or not word.isalpha():
        return []
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    found |= {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return sorted(found - {word})
