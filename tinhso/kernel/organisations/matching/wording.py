"""One form for the many ways to write a name: folded, abbreviations of office words spelled out, no punctuation."""

import re
from functools import lru_cache

from tinhso.lib.text import fold

#: Abbreviations that stand for the same words wherever they occur. "TT" is left alone: it means too much.
_OFFICE_WORDS = {
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
    "vp": "van phong",
    "gd": "giam doc",
    "pgd": "pho giam doc",
    "ct ubnd": "chu tich ubnd",
    "pct ubnd": "pho chu tich ubnd",
    "bcd": "ban chi dao",
    "bql": "ban quan ly",
    "qly": "quan ly",
    "kcn": "khu cong nghiep",
    "dn": "doanh nghiep",
    "tw": "trung uong",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tnhh": "trach nhiem huu han",
    "cp": "co phan",
    "ca tinh": "cong an tinh",
    "bch": "bo chi huy",
    "bchqs": "bo chi huy quan su",
    "bo chqs": "bo chi huy quan su",
    "nhnn": "ngan hang nha nuoc",
    "nhtm": "ngan hang thuong mai",
    "kbnn": "kho bac nha nuoc",
    "bhxh": "bao hiem xa hoi",
    "cds": "chuyen doi so",
    "pvhcc": "phuc vu hanh chinh cong",
}
_OFFICE_WORD = re.compile(r"\b(" + "|".join(sorted(_OFFICE_WORDS, key=len, reverse=True)) + r")\b")
_NOT_WORD = re.compile(r"[^a-z0-9 ]+")
#: A body named only through its units: "các đơn vị chức năng thuộc Bộ Công an", "các Cục nghiệp vụ của Bộ Công an".
_UNITS_OF = re.compile(r"^(?:cac )?(?:don vi|co quan|cuc|vu)(?: \w+){0,2}? (?:thuoc(?: voi)?|cua) (?=bo )")
_EMPTY_START = re.compile(r"^(?:(?:tat ca|toan bo|cac|moi|nhung|dong chi|dc|ong|ba) )+")
_EMPTY_END = re.compile(
    r" (?:(?:co )?lien quan|(?:tren|thuoc|trong) dia ban(?: tinh(?: \w+ \w+)?)?|(?:trong|cua|toan|cap) tinh)$"
)


@lru_cache(maxsize=8192)
def words(wording: str) -> str:
    """Folded words with office abbreviations spelled out: "VP. UBND tỉnh" → "van phong ubnd tinh"."""
    plain = _NOT_WORD.sub(" ", fold(wording))
    spelled = _OFFICE_WORD.sub(lambda found: _OFFICE_WORDS[found[1]], " ".join(plain.split()))
    return " ".join(spelled.split())


def core(wording: str) -> str:
    """The words without what adds no meaning: "Các … trên địa bàn tỉnh", "… có liên quan"."""
    text = _EMPTY_START.sub("", _UNITS_OF.sub("", words(wording)))
    while (shorter := _EMPTY_END.sub("", text)) != text:
        text = shorter
    return text


def compact(text: str) -> str:
    """The key by which names are compared: no spaces and no "và", so that TT&TT, TT và TT and TTTT are one."""
    return "".join(word for word in text.split() if word not in {"va", "cac"})
