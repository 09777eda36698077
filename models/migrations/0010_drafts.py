"""What is being typed and not saved yet, one row an open form."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the table."""

    class Unfinished(peewee.Model):
        key = peewee.TextField(primary_key=True)
        page = peewee.TextField()
        kind = peewee.TextField()
        record = peewee.IntegerField(null=True)
        version = peewee.IntegerField()
        title = peewee.TextField()
        content = peewee.TextField()
        at = peewee.TextField()
        who = peewee.TextField()
        left_by_hand = peewee.BooleanField()

        class Meta:
            database = db
            table_name = "unfinished"

    db.create_tables([Unfinished])
