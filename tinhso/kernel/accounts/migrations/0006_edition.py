"""The words that change with what people may do."""

from django.db import migrations

from tinhso.kernel.organisations.edition_table import edition_table


class Migration(migrations.Migration):
    """``migrate`` installs the triggers that renew it."""

    dependencies = [("accounts", "0005_identities")]
    operations = [edition_table("accounts")]
