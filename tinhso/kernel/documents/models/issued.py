"""An official document that some body has issued, as an officer records it."""

from django.db import models
from django.db.models import Q

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.documents.kinds import DocumentKind
from tinhso.kernel.documents.models.files import StoredFile
from tinhso.kernel.organisations.models import Unit
from tinhso.lib.dates import write_date


class IssuedDocument(models.Model):
    """Number, symbol, day, issuer, signer and kind, with its file where there is one. Never changed.

    ``issuer`` is the body's name as printed; ``issuing_unit`` the unit it is here, when it is one of the province's.
    A wrong entry is answered by another that points at it (``corrects``).
    """

    kind = models.CharField("loại văn bản", max_length=12, choices=DocumentKind.choices)
    number = models.CharField("số", max_length=20)
    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày ban hành")
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    issuing_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="issued_documents", verbose_name="đơn vị ban hành"
    )
    signer = models.CharField("người ký", max_length=120, blank=True)
    subject = models.CharField("trích yếu", max_length=500)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="issued_documents", verbose_name="tệp"
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name="thay cho"
    )
    recorded_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ghi"
    )
    recorded_at = models.DateTimeField("ghi lúc", auto_now_add=True)

    class Meta:
        verbose_name = "văn bản đã ban hành"
        verbose_name_plural = "văn bản đã ban hành"
        ordering = ("-issued_on", "-pk")
        constraints = (
            models.CheckConstraint(
                name="issued_document_kind_is_known",
                condition=Q(kind__in=DocumentKind.values),
                violation_error_message="Loại văn bản không có trong danh mục của Nghị định 30/2020/NĐ-CP.",
            ),
            models.CheckConstraint(
                name="issued_document_has_number",
                condition=~Q(number=""),
                violation_error_message="Văn bản đã ban hành phải có số.",
            ),
        )
        indexes = (models.Index(fields=("issued_on",), name="issued_document_by_day"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} số {self.written_number} ngày {write_date(self.issued_on)}"

    @property
    def written_number(self) -> str:
        """ "15/KH-UBND", or the number alone."""
        return f"{self.number}/{self.symbol}" if self.symbol else self.number
