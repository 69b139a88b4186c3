"""The sums of indicators by level and day, kept by triggers on PostgreSQL. A bare table: all of it is made of values."""

from django.db import migrations


class Migration(migrations.Migration):
    """Empty at first. ``migrate`` installs the triggers that fill it."""

    dependencies = [("figures", "0005_counted")]
    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE figures_sum (
                indicator_id bigint NOT NULL, level varchar(10) NOT NULL, changed_on date NOT NULL,
                numerator decimal(40, 6) NOT NULL, denominator decimal(40, 6) NOT NULL, number decimal(40, 6) NOT NULL,
                known bigint NOT NULL, excused bigint NOT NULL, events bigint NOT NULL,
                PRIMARY KEY (indicator_id, level, changed_on))
            """,
            "DROP TABLE figures_sum",
        )
    ]
