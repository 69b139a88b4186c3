"""The word that changes with the figures of an indicator. A bare table: it is no fact and has no history."""

from django.db import migrations


class Migration(migrations.Migration):
    """Empty at first. ``migrate`` installs the triggers that fill it."""

    dependencies = [("figures", "0002_newest_of_indicator"), ("organisations", "0004_edition")]
    operations = [
        migrations.RunSQL(
            "CREATE TABLE figures_edition (indicator_id bigint NOT NULL PRIMARY KEY, token varchar(32) NOT NULL)",
            "DROP TABLE figures_edition",
        )
    ]
