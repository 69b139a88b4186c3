"""Text as the face can print it.

What the face has no letter for is printed as an empty square. Signs without a shape (of direction, of joining) are left
out: they could show another order of letters than the one that is read.
"""

import re
import unicodedata

from tinhso.kernel.documents.paper.letters import texts
from tinhso.kernel.documents.paper.parts import Paper
from tinhso.kernel.documents.paper.pdf.faces import letters

MISSING = "\u25a1"
_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\u0085\u2028\u2029]")


def shaped(text: str) -> str:
    """The text as it can be printed: composed (NFC), line ends as "\\n", without signs that have no shape."""
    text = _LINE_END.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    if text.isascii() and text.isprintable():
        return text
    has = letters().has
    kept = (sign for sign in text if unicodedata.category(sign) != "Cf")
    return "".join(sign if sign == "\n" or has(sign) else MISSING for sign in kept)


def unprinted(paper: Paper) -> list[str]:
    """The letters of a document that its .pdf prints as an empty square, each once."""
    signs = dict.fromkeys(sign for text in texts(paper) for sign in unicodedata.normalize("NFC", text))
    return [sign for sign in signs if shaped(sign) == MISSING != sign]
