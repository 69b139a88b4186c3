"""A công văn set by hand in PDF, as a stranger's office would, so that one of its rules can be broken."""

from pathlib import Path

import typst

_TINOS = Path(__file__).resolve().parents[5] / "build" / "vendor" / "tinos"
_SENTENCE = (
    "Thực hiện Kế hoạch chuyển đổi số năm 2022, Ủy ban nhân dân tỉnh yêu cầu các sở, cơ quan thuộc Ủy ban nhân dân "
    "tỉnh, Ủy ban nhân dân các huyện, thành phố báo cáo kết quả thực hiện nhiệm vụ được giao, gửi Sở Thông tin và "
    "Truyền thông trước ngày 20 của tháng cuối quý để tổng hợp, báo cáo Ban Chỉ đạo chuyển đổi số tỉnh xem xét."
)
SOURCE = f"""
#set page(width: 210mm, height: 297mm, margin: (top: 20mm, bottom: 22mm, left: 30mm, right: 15mm),
  header: context if counter(page).get().first() > 1 [#align(center)[#text(14pt)[#counter(page).display()]]])
#set text(font: "Tinos", size: 14pt, lang: "vi", top-edge: "ascender", bottom-edge: "descender", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.35em, spacing: 0.9em)
#let centred(size, body) = align(center, par(first-line-indent: 0mm, leading: 0.04em, text(size, body)))
#let stroke(length) = align(center, line(length: length, stroke: 0.5pt))
#grid(columns: (46%, 54%),
  [#centred(12pt)[*ỦY BAN NHÂN DÂN*] #v(-8pt) #stroke(46pt) #v(-4pt) #centred(13pt)[Số: 15/UBND-KGVX]
   #v(-2pt) #centred(12pt)[V/v báo cáo quý I năm 2022]],
  [#centred(12pt)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*] #v(-10pt) #centred(13pt)[*Độc lập - Tự do - Hạnh phúc*]
   #v(-9pt) #stroke(166pt) #v(-4pt) #centred(13pt)[_Bắc Giang, ngày 05 tháng 3 năm 2022_]])
#v(8pt)
#align(center)[Kính gửi: Sở Thông tin và Truyền thông.]
{_SENTENCE}

{_SENTENCE}
#pagebreak()
{_SENTENCE}
#v(10pt)
#grid(columns: (48%, 52%), [#set par(first-line-indent: 0mm, spacing: 0.3em)
  #text(12pt)[*_Nơi nhận:_*] \\ #text(11pt)[\\- Như trên; \\ \\- Lưu: VT, KGVX.]],
  [#centred(14pt)[*TM. ỦY BAN NHÂN DÂN*] #v(-10pt) #centred(14pt)[*CHỦ TỊCH*] #v(50pt) #centred(14pt)[*Lê Ánh Dương*]])
"""


def pdf(source: str = SOURCE) -> bytes:
    """The file."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_TINOS])
    return typst.compile(source.encode(), font_paths=fonts, ignore_system_fonts=True)


def otherwise(old: str, new: str) -> bytes:
    """The file with one thing set otherwise. Raises ValueError where that does not stand in it."""
    if old not in SOURCE:
        raise ValueError(f"nothing is set so: {old}")
    return pdf(SOURCE.replace(old, new))
