"""The program's own books: changes, states, links, numbers, search, lists, settings."""

from typing import Any

import peewee

SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(hi, lo, content='search_row', content_rowid='id', prefix='1 2 3', "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")"
)
SEARCH_NEW = (
    "CREATE TRIGGER search_row_new AFTER INSERT ON search_row BEGIN "
    "INSERT INTO search_index(rowid, hi, lo) VALUES (new.id, new.hi, new.lo); END"
)
SEARCH_GONE = (
    "CREATE TRIGGER search_row_gone AFTER DELETE ON search_row BEGIN "
    "INSERT INTO search_index(search_index, rowid, hi, lo) VALUES ('delete', old.id, old.hi, old.lo); END"
)
SEARCH_CHANGED = (
    "CREATE TRIGGER search_row_changed AFTER UPDATE OF hi, lo ON search_row "
    "WHEN old.hi IS NOT new.hi OR old.lo IS NOT new.lo BEGIN "
    "INSERT INTO search_index(search_index, rowid, hi, lo) VALUES ('delete', old.id, old.hi, old.lo); "
    "INSERT INTO search_index(rowid, hi, lo) VALUES (new.id, new.hi, new.lo); END"
)
KEPT = "CREATE TRIGGER change_kept BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history is not altered'); END"
NOT_DELETED = KEPT.replace("change_kept BEFORE UPDATE", "change_not_deleted BEFORE DELETE")


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables."""

    class Change(peewee.Model):
        at = peewee.TextField()
        who = peewee.TextField()
        deed = peewee.TextField()
        kind = peewee.TextField()
        record = peewee.IntegerField()
        version = peewee.IntegerField()
        details = peewee.TextField()
        note = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "change"
            indexes = ((("kind", "record"), False),)

    class StateChange(peewee.Model):
        kind = peewee.TextField()
        record = peewee.IntegerField()
        start = peewee.TextField(null=True)
        end = peewee.TextField()
        on_day = peewee.TextField()
        at = peewee.TextField()
        who = peewee.TextField()
        note = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "state_change"
            indexes = ((("kind", "record"), False),)

    class LinkRow(peewee.Model):
        from_kind = peewee.TextField()
        from_id = peewee.IntegerField()
        field = peewee.TextField()
        to_kind = peewee.TextField()
        to_id = peewee.IntegerField()
        position = peewee.IntegerField()

        class Meta:
            database = db
            table_name = "link"
            indexes = ((("from_kind", "from_id", "field", "to_kind", "to_id"), True), (("to_kind", "to_id"), False))

    class SearchRow(peewee.Model):
        kind = peewee.TextField()
        record = peewee.IntegerField()
        hi = peewee.TextField()
        lo = peewee.TextField()

        class Meta:
            database = db
            table_name = "search_row"
            indexes = ((("kind", "record"), True),)

    class NumberGiven(peewee.Model):
        letters = peewee.TextField()
        year = peewee.IntegerField()
        last = peewee.IntegerField()

        class Meta:
            database = db
            table_name = "number_given"
            primary_key = peewee.CompositeKey("letters", "year")

    class ListItem(peewee.Model):
        list = peewee.TextField()
        code = peewee.TextField()
        vietnamese = peewee.TextField(null=True)
        english = peewee.TextField(null=True)
        hidden = peewee.BooleanField()

        class Meta:
            database = db
            table_name = "list_item"
            primary_key = peewee.CompositeKey("list", "code")

    class Setting(peewee.Model):
        name = peewee.TextField(primary_key=True)
        value = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "setting"

    class PersonalKey(peewee.Model):
        owner = peewee.TextField(primary_key=True)
        key = peewee.BlobField()

        class Meta:
            database = db
            table_name = "personal_key"

    db.create_tables([Change, StateChange, LinkRow, SearchRow, NumberGiven, ListItem, Setting, PersonalKey])
    for statement in (SEARCH_INDEX, SEARCH_NEW, SEARCH_GONE, SEARCH_CHANGED, KEPT, NOT_DELETED):
        db.execute_sql(statement)
