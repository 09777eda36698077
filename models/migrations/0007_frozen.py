"""Reports that were handed in: kept as they were, never altered, never deleted."""

from typing import Any

import peewee

KEPT = (
    "CREATE TRIGGER frozen_report_kept BEFORE UPDATE ON frozen_report BEGIN "
    "SELECT RAISE(ABORT, 'a report that was handed in is not altered'); END"
)
NOT_DELETED = KEPT.replace("_kept BEFORE UPDATE", "_not_deleted BEFORE DELETE")


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the table."""

    class FrozenReport(peewee.Model):
        at = peewee.TextField()
        who = peewee.TextField()
        name = peewee.TextField()
        title = peewee.TextField()
        first = peewee.TextField()
        last = peewee.TextField()
        language = peewee.TextField()
        note = peewee.TextField(null=True)
        last_change = peewee.IntegerField()
        size = peewee.IntegerField()
        digest = peewee.TextField()
        content = peewee.BlobField()

        class Meta:
            database = db
            table_name = "frozen_report"

    db.create_tables([FrozenReport])
    for statement in (KEPT, NOT_DELETED):
        db.execute_sql(statement)
