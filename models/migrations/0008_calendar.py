"""The lines of the weekly calendar that belong to no record."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the table."""

    class CalendarRow(peewee.Model):
        day = peewee.TextField(index=True)
        half = peewee.TextField()
        at = peewee.TextField()
        words = peewee.TextField()
        chair = peewee.TextField()
        persons = peewee.TextField()
        place = peewee.TextField()
        prepared_by = peewee.TextField()
        kept_at = peewee.TextField()
        kept_by = peewee.TextField()

        class Meta:
            database = db
            table_name = "calendar_row"

    db.create_tables([CalendarRow])
