"""Documents, programme, files of records; openings become entered statistics; new columns."""

from typing import Any

import peewee

# Columns that came to tables already there: table, column, and whether it is indexed.
ADDED = (
    ("partner", '"former" TEXT', False),
    ("partner", '"priority" INTEGER', False),
    ("partner", '"begun" TEXT', False),
    ("partner", '"successor_id" INTEGER REFERENCES "partner" ("id") ON DELETE RESTRICT', True),
    ("unit", '"former" TEXT', False),
    ("delegation", '"notice_date" TEXT', False),
    ("delegation", '"supplement_date" TEXT', False),
    ("delegation", '"permit_signer" TEXT', False),
    ("agreement", '"consent_asked_on" TEXT', False),
    ("agreement", '"plan_year" BIGINT', False),
    ("agreement", '"plan_sent_on" TEXT', False),
    ("follow_up", '"officer" TEXT', False),
    ("follow_up", '"repeats" TEXT', False),
    ("follow_up", '"repeats_from" TEXT', False),
    ("follow_up", '"earlier_id" INTEGER REFERENCES "follow_up" ("id") ON DELETE RESTRICT', True),
    ("follow_up", '"anchor" TEXT', False),
    ("follow_up", '"anchor_days" BIGINT', False),
    ("follow_up", '"anchor_working" INTEGER', False),
    ("follow_up", '"term_day" INTEGER', False),
    ("follow_up", '"carried_session_id" INTEGER REFERENCES "session" ("id") ON DELETE RESTRICT', True),
    ("statistic", '"words" TEXT', False),
    ("statistic", '"nature" TEXT', False),
    ("statistic", '"most" DECIMAL(20, 4)', False),
    ("statistic", '"words_key" TEXT', True),
)
# The opening balances became entered statistics; what the books say of them follows.
BOOKS_OF_OPENINGS = (("link", "from_kind"), ("link", "to_kind"), ("search_row", "kind"), ("change", "kind"))
KEPT = "CREATE TRIGGER change_kept BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history is not altered'); END"


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables and columns."""

    class Unit(peewee.Model):
        class Meta:
            database = db
            table_name = "unit"

    class Document(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        number = peewee.TextField(null=True)
        dated = peewee.TextField(index=True, null=True)
        way = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        issuer = peewee.TextField(null=True)
        subject = peewee.TextField(null=True)
        urgency = peewee.TextField(null=True)
        signer = peewee.TextField(null=True)
        answer_due = peewee.TextField(null=True)
        answered_on = peewee.TextField(null=True)
        note = peewee.TextField(null=True)
        number_key = peewee.TextField(index=True, null=True)
        issuer_key = peewee.TextField(index=True, null=True)
        subject_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "document"

    class PlannedActivity(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        code = peewee.TextField(unique=True, null=True)
        state = peewee.TextField(index=True, null=True)
        state_since = peewee.TextField(null=True)
        unknown = peewee.TextField(null=True)
        code_key = peewee.TextField(index=True, null=True)
        note = peewee.TextField(null=True)
        year = peewee.BigIntegerField(null=True)
        group = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        level = peewee.TextField(null=True)
        head = peewee.TextField(null=True)
        persons = peewee.BigIntegerField(null=True)
        planned_for = peewee.TextField(index=True, null=True)
        quarter = peewee.BigIntegerField(null=True)
        cost_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        funding = peewee.TextField(null=True)
        lead = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        basis = peewee.TextField(null=True)
        change = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "planned_activity"

    class Attachment(peewee.Model):
        kind = peewee.TextField()
        record = peewee.IntegerField()
        slot = peewee.TextField()
        name = peewee.TextField()
        digest = peewee.TextField()
        size = peewee.IntegerField()
        number = peewee.TextField(null=True)
        dated = peewee.TextField(null=True)
        signer = peewee.TextField(null=True)
        added_at = peewee.TextField()
        added_by = peewee.TextField()
        removed_at = peewee.TextField(null=True)
        removed_by = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "attachment"
            indexes = ((("kind", "record"), False), (("digest",), False))

    class Snooze(peewee.Model):
        concern = peewee.TextField()
        kind = peewee.TextField()
        record = peewee.IntegerField()
        until = peewee.TextField()
        at = peewee.TextField()
        who = peewee.TextField()

        class Meta:
            database = db
            table_name = "snooze"
            primary_key = peewee.CompositeKey("concern", "kind", "record")

    db.create_tables([Document, PlannedActivity, Attachment, Snooze])

    db.execute_sql("ALTER TABLE opening RENAME TO statistic")
    for kind in ("uuid", "removed_at", "indicator_key", "unit_of_measure_key"):
        db.execute_sql(f"DROP INDEX opening_{kind}")
        unique = "UNIQUE " if kind == "uuid" else ""
        db.execute_sql(f"CREATE {unique}INDEX statistic_{kind} ON statistic ({kind})")
    db.execute_sql("DROP TRIGGER change_kept")
    for table, column in BOOKS_OF_OPENINGS:
        db.execute_sql(f"UPDATE {table} SET {column} = 'statistic' WHERE {column} = 'opening'")
    db.execute_sql(KEPT)
    for table, column, indexed in ADDED:
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
        if indexed:
            name = column.split('"')[1]
            db.execute_sql(f'CREATE INDEX "{table}_{name}" ON {table} ("{name}")')
    db.execute_sql("UPDATE statistic SET nature = 'OPENING'")
