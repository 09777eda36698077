"""Mechanisms, sessions with their minutes, exchanges and conferences."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables."""

    class Partner(peewee.Model):
        class Meta:
            database = db
            table_name = "partner"

    class Person(peewee.Model):
        class Meta:
            database = db
            table_name = "person"

    class Unit(peewee.Model):
        class Meta:
            database = db
            table_name = "unit"

    class Mechanism(peewee.Model):
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
        name = peewee.TextField(null=True)
        short = peewee.TextField(null=True)
        aliases = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        lead = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        pillar = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        cycle = peewee.TextField(null=True)
        every_months = peewee.BigIntegerField(null=True)
        alternates = peewee.BooleanField(null=True)
        next_host = peewee.TextField(null=True)
        since = peewee.TextField(null=True)
        basis = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        short_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "mechanism"

    class Session(peewee.Model):
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
        mechanism = peewee.ForeignKeyField(Mechanism, backref="+", on_delete="RESTRICT", null=True)
        ordinal = peewee.BigIntegerField(null=True)
        name = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        previous = peewee.ForeignKeyField("self", backref="+", on_delete="RESTRICT", null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        place = peewee.TextField(null=True)
        country = peewee.TextField(null=True)
        form = peewee.TextField(null=True)
        party_names = peewee.TextField(null=True)
        agenda = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        minutes_number = peewee.TextField(null=True)
        minutes_signed_on = peewee.TextField(null=True)
        minutes_text = peewee.TextField(null=True)
        plan_number = peewee.TextField(null=True)
        plan_date = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        place_key = peewee.TextField(index=True, null=True)
        party_names_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "session"

    class Conclusion(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        session = peewee.ForeignKeyField(Session, backref="+", on_delete="RESTRICT", null=True)
        number = peewee.TextField(null=True)
        field_of = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        original = peewee.TextField(null=True)
        responsible = peewee.TextField(null=True)
        note = peewee.TextField(null=True)
        number_key = peewee.TextField(index=True, null=True)
        content_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "conclusion"

    class Exchange(peewee.Model):
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
        name = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        lead = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        level = peewee.TextField(null=True)
        mechanism = peewee.ForeignKeyField(Mechanism, backref="+", on_delete="RESTRICT", null=True)
        ordinal = peewee.BigIntegerField(null=True)
        yearly = peewee.BooleanField(null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        place = peewee.TextField(null=True)
        hosted_by = peewee.TextField(null=True)
        ours = peewee.BigIntegerField(null=True)
        theirs = peewee.BigIntegerField(null=True)
        activities = peewee.BigIntegerField(null=True)
        qualifier = peewee.TextField(null=True)
        scope = peewee.TextField(null=True)
        source = peewee.TextField(null=True)
        in_plan = peewee.BooleanField(null=True)
        result = peewee.TextField(null=True)
        report_number = peewee.TextField(null=True)
        report_date = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "exchange"

    class Conference(peewee.Model):
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
        name = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        organiser = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        content = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        vietnamese = peewee.BigIntegerField(null=True)
        foreign_here = peewee.BigIntegerField(null=True)
        foreign_abroad = peewee.BigIntegerField(null=True)
        countries = peewee.TextField(null=True)
        delegates = peewee.BigIntegerField(null=True)
        qualifier = peewee.TextField(null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        place = peewee.TextField(null=True)
        funding = peewee.TextField(null=True)
        cost_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        in_plan = peewee.BooleanField(null=True)
        permitted_by = peewee.TextField(null=True)
        file_date = peewee.TextField(null=True)
        opinion_asked_on = peewee.TextField(null=True)
        opinion_answered_on = peewee.TextField(null=True)
        permit_number = peewee.TextField(null=True)
        permit_date = peewee.TextField(null=True)
        report_number = peewee.TextField(null=True)
        report_date = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        place_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "conference"

    class SessionParty(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE")
        side = peewee.TextField(null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        name = peewee.TextField(null=True)
        signatory = peewee.TextField(null=True)
        position = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "session_party"

    class Participant(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE")
        side = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        position = peewee.TextField(null=True)
        role = peewee.TextField(null=True)
        person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", null=True)
        remarks = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "participant"

    class Proposal(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Session, backref="+", on_delete="CASCADE")
        side = peewee.TextField(null=True)
        by = peewee.TextField(null=True)
        field_of = peewee.TextField(null=True)
        content = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "proposal"

    db.create_tables([Mechanism, Session, Conclusion, Exchange, Conference, SessionParty, Participant, Proposal])
