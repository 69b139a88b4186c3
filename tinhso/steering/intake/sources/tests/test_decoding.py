"""Letters: every encoding of a text file, and the old fonts, end as the same Vietnamese."""

import pytest

from tinhso.steering.intake.sources import paste, read_manuscript
from tinhso.steering.intake.sources.font_encodings import _TCVN3, _VNI, encoding_of, from_tcvn3, from_vni
from tinhso.steering.intake.sources.tests.making import texts

SENTENCE = "Ủy ban nhân dân tỉnh Bắc Giang ban hành Kế hoạch chuyển đổi số năm 2022, yêu cầu các sở, ngành thực hiện."
VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_files_are_read(encoding: str) -> None:
    manuscript = read_manuscript(SENTENCE.encode(encoding), "plan.txt")
    assert texts(manuscript) == [SENTENCE]
    assert manuscript.notes == ()


def test_windows_1258_is_recognised_and_said() -> None:
    written = "Ê\u0301 Kê\u0301 hoa\u0323ch chuyê\u0309n đô\u0309i sô\u0301 năm 2022".encode("cp1258")
    manuscript = read_manuscript(written, "plan.txt")
    assert texts(manuscript) == ["Ế Kế hoạch chuyển đổi số năm 2022"]
    assert "Windows-1258" in manuscript.notes[0]


def test_tcvn3_is_recognised_as_bytes_and_as_pasted_letters() -> None:
    written = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, n­íc m¹nh"
    expected = ["Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc, nước mạnh"]
    from_bytes = read_manuscript(written.encode("latin-1"), "plan.txt")
    assert texts(from_bytes) == texts(paste(written)) == expected
    assert "TCVN3" in from_bytes.notes[0]


def test_vni_is_recognised() -> None:
    manuscript = paste("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc, ñöôïc nöôùc")
    assert texts(manuscript) == ["Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc, được nước"]
    assert "VNI" in manuscript.notes[0]


def test_tcvn3_writes_every_small_letter_and_the_capitals_it_has() -> None:
    codes = {letter: chr(code) for code, letter in _TCVN3.items()}
    letters = [letter for letter in VOWELS + "ĂÂÊÔƠƯĐ" if not letter.isascii()]
    assert set(letters) <= set(codes)
    assert [from_tcvn3(codes[letter]) for letter in letters] == letters


def test_vni_writes_every_letter_small_and_capital() -> None:
    codes = {letter: written for written, letter in _VNI.items()} | {"í": "í", "ì": "ì", "Í": "Í", "Ì": "Ì"}
    letters = [letter for letter in VOWELS + VOWELS.upper() if not letter.isascii()]
    assert [letter for letter in letters if from_vni(codes[letter]) != letter] == []


def test_tcvn3_has_no_toned_capitals_so_words_of_capitals_are_raised() -> None:
    assert from_tcvn3("QUYÕT §ÞNH\nUû ban nh©n d©n\nUû BAN NH¢N D¢N") == "QUYẾT ĐỊNH\nUỷ ban nhân dân\nUỶ BAN NHÂN DÂN"


@pytest.mark.parametrize("written", [SENTENCE, "déjà vu à l'hôtel", "12.5 %", "Straße über Köln", ""])
def test_unicode_is_left_alone(written: str) -> None:
    assert encoding_of(written) is None


def test_letters_are_composed_and_freed_of_what_nobody_sees() -> None:
    written = "Kê\u0301 hoa\u0323ch\u00a0\u00a0chuyển\u00ad đổi\u200b số\ufeff"
    assert texts(paste(written)) == ["Kế hoạch chuyển đổi số"]
