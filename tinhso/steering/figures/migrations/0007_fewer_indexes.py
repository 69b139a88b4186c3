"""Fewer indexes of values: each costs with every figure. One that begins another goes, one mostly empty is partial.

And a source may say anew what a person has corrected since.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

_FILE = {"blank": True, "db_index": False, "null": True, "related_name": "+"}
_PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Of eleven indexes there remain nine, two of them nearly empty."""

    dependencies = [
        ("documents", "0001_initial"),
        ("figures", "0006_sums"),
        ("organisations", "0004_edition"),
        ("programmes", "0009_public_marks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RemoveIndex(model_name="value", name="value_newest"),
        migrations.AlterField(
            model_name="value",
            name="entered_by",
            field=models.ForeignKey(
                on_delete=_PROTECT, to=settings.AUTH_USER_MODEL, verbose_name="người nhập", **_FILE
            ),
        ),
        migrations.AlterField(
            model_name="value",
            name="file",
            field=models.ForeignKey(
                on_delete=_PROTECT, to="documents.storedfile", verbose_name="tệp minh chứng", **_FILE
            ),
        ),
        migrations.AlterField(
            model_name="value",
            name="issued",
            field=models.ForeignKey(
                on_delete=_PROTECT, to="documents.issueddocument", verbose_name="văn bản minh chứng", **_FILE
            ),
        ),
        migrations.AlterField(
            model_name="value",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=_PROTECT,
                related_name="values",
                to="organisations.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.AddIndex(
            model_name="value",
            index=models.Index(condition=Q(file__isnull=False), fields=["file"], name="value_by_file"),
        ),
        migrations.AddIndex(
            model_name="value",
            index=models.Index(condition=Q(issued__isnull=False), fields=["issued"], name="value_by_issued"),
        ),
        migrations.RemoveConstraint(model_name="value", name="value_given_once"),
        migrations.AddConstraint(
            model_name="value",
            constraint=models.UniqueConstraint(
                fields=("indicator", "unit", "from_on", "to_on", "source"),
                condition=Q(corrects__isnull=True, superseded_at__isnull=True),
                name="value_given_once",
                violation_error_message="Đơn vị đã có số liệu của kỳ này; hãy sửa số đã có.",
            ),
        ),
    ]
