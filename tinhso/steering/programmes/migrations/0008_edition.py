"""The words that change with the programmes."""

from django.db import migrations

from tinhso.kernel.organisations.edition_table import edition_table


class Migration(migrations.Migration):
    """``migrate`` installs the triggers that renew it."""

    dependencies = [("programmes", "0007_handovers")]
    operations = [edition_table("programmes")]
