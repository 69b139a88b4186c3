"""The word that changes with the organisations. A bare table: it is no fact of anybody's and has no history."""

from secrets import token_hex

from django.db import migrations

_CREATE = "CREATE TABLE organisations_edition (token varchar(32) NOT NULL)"


class Migration(migrations.Migration):
    """One row. ``migrate`` installs the triggers that renew it."""

    dependencies = [("organisations", "0003_central_bodies_label")]
    operations = [
        migrations.RunSQL(
            [_CREATE, ("INSERT INTO organisations_edition (token) VALUES (%s)", [token_hex(16)])],
            "DROP TABLE organisations_edition",
        )
    ]
