"""The kinds of administrative documents and their abbreviations: NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III."""

from django.db import models


class DocumentKind(models.TextChoices):
    """The 29 kinds. The value is the abbreviation that stands in the symbol; công văn and thư công have none there."""

    RESOLUTION = "NQ", "Nghị quyết"
    DECISION = "QĐ", "Quyết định"
    DIRECTIVE = "CT", "Chỉ thị"
    REGULATION = "QC", "Quy chế"
    RULES = "QyĐ", "Quy định"
    COMMUNIQUE = "TC", "Thông cáo"
    NOTICE = "TB", "Thông báo"
    GUIDANCE = "HD", "Hướng dẫn"
    PROGRAMME = "CTr", "Chương trình"
    PLAN = "KH", "Kế hoạch"
    SCHEME = "PA", "Phương án"
    PROPOSAL = "ĐA", "Đề án"
    PROJECT = "DA", "Dự án"
    REPORT = "BC", "Báo cáo"
    MINUTES = "BB", "Biên bản"
    SUBMISSION = "TTr", "Tờ trình"
    CONTRACT = "HĐ", "Hợp đồng"
    LETTER = "CV", "Công văn"
    TELEGRAM = "CĐ", "Công điện"
    MEMORANDUM = "BGN", "Bản ghi nhớ"
    AGREEMENT = "BTT", "Bản thỏa thuận"
    AUTHORISATION = "GUQ", "Giấy ủy quyền"
    INVITATION = "GM", "Giấy mời"
    INTRODUCTION = "GGT", "Giấy giới thiệu"
    LEAVE = "GNP", "Giấy nghỉ phép"
    DISPATCH_SLIP = "PG", "Phiếu gửi"
    TRANSFER_SLIP = "PC", "Phiếu chuyển"
    ADVICE_SLIP = "PB", "Phiếu báo"
    OFFICIAL_CARD = "TCg", "Thư công"


#: Kinds whose symbol names no kind: "15/UBND-KGVX".
WITHOUT_ABBREVIATION = frozenset({DocumentKind.LETTER, DocumentKind.OFFICIAL_CARD})


def symbol_of(kind: DocumentKind, body: str) -> str:
    """The symbol of a document of that kind from a body's abbreviation: "BC-STTTT"; "STTTT" for a công văn."""
    return body if kind in WITHOUT_ABBREVIATION else f"{kind.value}-{body}"
