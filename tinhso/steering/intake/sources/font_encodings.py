"""Font encodings: Vietnamese written as Western letters that old fonts drew differently (TCVN3 or ABC, and VNI)."""

import re
import unicodedata
from dataclasses import dataclass

from tinhso.steering.intake.sources.cleaning import composed

#: TCVN 5712:1993 VN3 from A1, in order; a dot where the table is empty. The fonts' capitals are the same codes
#: in a font of capitals (.VnTimeH), so a toned letter inside a word of capitals is a capital.
_TCVN3_ROWS = (
    "ĂÂÊÔƠƯĐăâêôơưđ.",
    ".....àảãáạ.ằẳẵắ.",
    "......ặầẩẫấậè.ẻẽ",
    "éẹềểễếệìỉ...ĩíịò",
    ".ỏõóọồổỗốộờởỡớợù",
    ".ủũúụừửữứựỳỷỹýỵ.",
)
_TCVN3_TONES = {0xB0: "\u0300", 0xB1: "\u0309", 0xB2: "\u0303", 0xB3: "\u0301", 0xB4: "\u0323"}
#: Word turned these codes into look-alikes when it pasted ABC text as Unicode.
_TCVN3_STRAYS = {0x03BC: "à", 0x2219: "ã"}

#: VNI: a vowel and the sign behind it make one letter; capitals have capital signs.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HAT = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _tcvn3_table() -> dict[int, str]:
    codes = zip(range(0xA1, 0x100), "".join(_TCVN3_ROWS), strict=True)
    return {code: sign for code, sign in codes if sign != "."} | _TCVN3_TONES | _TCVN3_STRAYS


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for vowels, signs, quality in (
        ("aeouyôö", _VNI_TONES, ""),
        ("aeo", _VNI_HAT, "\u0302"),
        ("a", _VNI_BREVE, "\u0306"),
    ):
        for vowel in vowels:
            for sign, tone in signs.items():
                table[vowel + sign] = unicodedata.normalize("NFC", _VNI_SINGLE.get(vowel, vowel) + quality + tone)
    capitals = {written.upper(): letter.upper() for written, letter in table.items()}
    half = {written[0].upper() + written[1]: letter.upper() for written, letter in table.items() if len(written) == 2}
    return half | table | capitals


_TCVN3 = _tcvn3_table()
_VNI = _vni_table()
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_]+")
_TONED = re.compile("[à-ỹ]")


def from_tcvn3(text: str) -> str:
    """Unicode of a text typed in TCVN3 (ABC): "Céng hoµ" is "Cộng hoà"."""
    turned = composed(text.translate(_TCVN3))
    return "\n".join(map(_raise_capitals, turned.split("\n")))


def from_vni(text: str) -> str:
    """Unicode of a text typed in VNI: "Coäng hoøa" is "Cộng hòa"."""
    return _VNI_SIGNS.sub(lambda found: _VNI[found.group()], text)


def _raise_capitals(line: str) -> str:
    """TCVN3 has no toned capitals: QUYếT stands for QUYẾT, and Từ for TỪ only in a line of capitals."""
    certain = [sign for sign in _TONED.sub("", line) if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in certain)
    if capitals < 2:
        return line
    enough = 1 if capitals > 4 * (len(certain) - capitals) else 2
    return _WORD.sub(lambda word: _raised(word.group(), enough), line)


def _raised(word: str, enough: int) -> str:
    rest = _TONED.sub("", word)
    return word.upper() if len(rest) >= enough and rest.isupper() else word


@dataclass(frozen=True, slots=True)
class FontEncoding:
    """One way to read letters, and the sentence that says it was used."""

    name: str
    note: str

    def read(self, text: str) -> str:
        return _READERS[self.name](text)


TCVN3 = FontEncoding("tcvn3", "Văn bản gõ bằng phông TCVN3 (ABC); đã chuyển sang Unicode.")
VNI = FontEncoding("vni", "Văn bản gõ bằng phông VNI; đã chuyển sang Unicode.")
_READERS = {"tcvn3": from_tcvn3, "vni": from_vni}


def encoding_of(text: str) -> FontEncoding | None:
    """The font encoding of a text by the share of its words that become Vietnamese syllables; None for Unicode."""
    sample = text[:_SAMPLE]
    plain = share_of_syllables(sample)
    best = max((TCVN3, VNI), key=lambda encoding: share_of_syllables(encoding.read(sample)))
    turned = share_of_syllables(best.read(sample))
    return best if turned >= 0.75 and turned > plain + 0.15 else None


_SAMPLE = 200_000
_TOKEN = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…]+")
_TONE_MARKS = str.maketrans("", "", "\u0300\u0309\u0303\u0301\u0323")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:iêu|yêu|ươi|ươu|uôi|oai|oay|oao|oeo|uây|uya|uyê|uyu|iê|yê|uô|ươ|ia|ua|ưa|oa|oă|oe|uâ|uê|uơ|uy|oo"
    r"|ai|ay|ây|ao|au|âu|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def share_of_syllables(text: str) -> float:
    """Of the words with a letter beyond ASCII, the share that are well-formed Vietnamese syllables (0 without any)."""
    words = [token.lower() for token in _TOKEN.findall(text[: 2 * _SAMPLE]) if not token.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    if len(word) > 8:
        return False
    decomposed = unicodedata.normalize("NFD", word)
    bare = decomposed.translate(_TONE_MARKS)
    if len(decomposed) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
