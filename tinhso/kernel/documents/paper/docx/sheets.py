"""Sections of pages: size, margins, the number at the top from the second page on."""

from tinhso.kernel.documents.paper import form
from tinhso.kernel.documents.paper.docx.elements import Element, made, twips

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


_SHORT, _LONG = form.PAGE_WIDTH.taken, form.PAGE_HEIGHT.taken
_HEAD = twips(form.PAGE_NUMBER_TOP.taken)


def section(header: str, *, landscape: bool = False) -> Element:
    """The properties of a section that begins on a page of its own, numbered from 1; ``header`` is the relation of
    the part that prints the number."""
    reference = made("headerReference", type="default")
    reference.set(RELATION, header)
    wide, high = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    size = made("pgSz", w=twips(wide), h=twips(high), **({"orient": "landscape"} if landscape else {}))
    margins = made(
        "pgMar",
        top=twips(form.MARGIN_TOP.taken),
        right=twips(form.MARGIN_RIGHT.taken),
        bottom=twips(form.MARGIN_BOTTOM.taken),
        left=twips(form.MARGIN_LEFT.taken),
        header=_HEAD,
        footer=_HEAD,
        gutter=0,
    )
    return made(
        "sectPr", reference, made("type", val="nextPage"), size, margins, made("pgNumType", start=1), made("titlePg")
    )


def page_number() -> Element:
    """The paragraph of the field that counts pages."""
    begin, middle, end = (made("r", made("fldChar", fldCharType=turn)) for turn in ("begin", "separate", "end"))
    counted = made("instrText")
    counted.text = "PAGE"
    shown = made("t")
    shown.text = "2"
    number = made("pPr", made("pStyle", val="SoTrang"))
    return made("p", number, begin, made("r", counted), middle, made("r", shown), end)
