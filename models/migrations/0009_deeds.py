"""What was done in one go becomes a deed; each row of history is chained to the one before it and stays as it is."""

import hashlib
import json
from typing import Any

import peewee

# What is chained of each book: its columns in this order; where each chain ends is told in the settings.
CHAINED = {
    "change": '"id", "at", "who", "deed", "kind", "record", "version", "details", "note", "deed_id"',
    "state_change": '"id", "kind", "record", "start", "end", "on_day", "at", "who", "note"',
}
PART = 2_000  # rows read at a time

KEPT = "CREATE TRIGGER {table}_kept BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'history is not altered'); END"
NOT_DELETED = KEPT.replace("_kept BEFORE UPDATE", "_not_deleted BEFORE DELETE")
# INSERT OR REPLACE passes by the trigger on DELETE wherever recursive_triggers is off.
NOT_REPLACED = (
    "CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table} "
    "WHEN EXISTS (SELECT 1 FROM {table} WHERE id = new.id) "
    "BEGIN SELECT RAISE(ABORT, 'history is not altered'); END"
)


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the table and the columns, chain what is written already, and shut the books."""

    class Deed(peewee.Model):
        at = peewee.TextField()
        who = peewee.TextField()
        words = peewee.TextField()
        undoes = peewee.ForeignKeyField("self", backref="+", column_name="undoes", null=True)
        undone_by = peewee.ForeignKeyField("self", backref="+", column_name="undone_by", null=True)

        class Meta:
            database = db
            table_name = "deed"

    db.create_tables([Deed])
    db.execute_sql('ALTER TABLE change ADD COLUMN "deed_id" INTEGER REFERENCES "deed" ("id")')
    db.execute_sql("CREATE INDEX change_deed_id ON change (deed_id)")
    db.execute_sql("DROP TRIGGER change_kept")
    db.execute_sql("DROP TRIGGER change_not_deleted")
    for table, columns in CHAINED.items():
        db.execute_sql(f'ALTER TABLE {table} ADD COLUMN "chain" BLOB')
        _chain(db, table, columns)
        for statement in (KEPT, NOT_DELETED, NOT_REPLACED):
            db.execute_sql(statement.format(table=table))


def _chain(db: peewee.Database, table: str, columns: str) -> None:
    """Chain the rows that are there, and keep where the chain ends."""
    asked = f"SELECT {columns} FROM {table} WHERE id > ? ORDER BY id LIMIT {PART}"
    last, chain = 0, b""
    while rows := list(db.execute_sql(asked, (last,)).fetchall()):
        for row in rows:
            chain = hashlib.sha256(chain + json.dumps(row, separators=(",", ":")).encode()).digest()
            db.execute_sql(f"UPDATE {table} SET chain = ? WHERE id = ?", (chain, row[0]))
        last = rows[-1][0]
    if last:
        end = json.dumps([last, chain.hex()])
        db.execute_sql("INSERT INTO setting (name, value) VALUES (?, ?)", (f"chain:{table}", end))
