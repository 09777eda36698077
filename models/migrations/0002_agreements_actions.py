"""The first tables: agreements and follow-up actions."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables."""

    class Unit(peewee.Model):
        class Meta:
            database = db

    class Partner(peewee.Model):
        class Meta:
            database = db

    class Person(peewee.Model):
        class Meta:
            database = db

    class Agreement(peewee.Model):
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
        proposer = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        signed_as = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        foreign_name = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        partners = peewee.TextField(null=True)
        signed_on = peewee.TextField(index=True, null=True)
        signed_at = peewee.TextField(null=True)
        effective_on = peewee.TextField(null=True)
        term = peewee.TextField(null=True)
        valid_until = peewee.TextField(null=True)
        unlimited = peewee.BooleanField(null=True)
        renews = peewee.BooleanField(null=True)
        notice_days = peewee.BigIntegerField(null=True)
        in_high_visit = peewee.TextField(null=True)
        approved_by = peewee.TextField(null=True)
        authorised = peewee.BooleanField(null=True)
        authorisation_number = peewee.TextField(null=True)
        in_plan = peewee.BooleanField(null=True)
        draft_ready = peewee.BooleanField(null=True)
        opinion_asked_on = peewee.TextField(null=True)
        decision_number = peewee.TextField(null=True)
        decision_date = peewee.TextField(null=True)
        consent_number = peewee.TextField(null=True)
        consent_date = peewee.TextField(null=True)
        copy_number = peewee.TextField(null=True)
        copy_date = peewee.TextField(null=True)
        pm_report_number = peewee.TextField(null=True)
        pm_report_date = peewee.TextField(null=True)
        end_number = peewee.TextField(null=True)
        end_date = peewee.TextField(null=True)
        suspended_from = peewee.TextField(null=True)
        suspended_until = peewee.TextField(null=True)
        replaced_by = peewee.ForeignKeyField("self", backref="+", on_delete="RESTRICT", null=True)
        original_signer = peewee.TextField(null=True)
        inherited_by = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        inheritance = peewee.TextField(null=True)
        inherited_on = peewee.TextField(null=True)
        commitments = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        custody = peewee.TextField(null=True)
        languages = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        partners_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "agreement"

    class Party(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE")
        side = peewee.TextField(null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        name = peewee.TextField(null=True)
        signatory = peewee.TextField(null=True)
        position = peewee.TextField(null=True)
        person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", null=True)
        signed_on = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "party"

    class OpinionRow(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE")
        body = peewee.TextField(null=True)
        asked_on = peewee.TextField(null=True)
        due_on = peewee.TextField(null=True)
        answered_on = peewee.TextField(null=True)
        answer = peewee.TextField(null=True)
        number = peewee.TextField(null=True)
        remarks = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "opinion_row"

    class Amendment(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Agreement, backref="+", on_delete="CASCADE")
        number = peewee.TextField(null=True)
        dated = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        valid_until = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "amendment"

    class FollowUp(peewee.Model):
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
        source_words = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        lead = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        counterpart = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        assigned_on = peewee.TextField(index=True, null=True)
        due_on = peewee.TextField(index=True, null=True)
        progress = peewee.BigIntegerField(null=True)
        review_on = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        evidence = peewee.TextField(null=True)
        done_on = peewee.TextField(index=True, null=True)
        confirmed_by = peewee.TextField(null=True)
        carried_to = peewee.TextField(null=True)
        obstacles = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "follow_up"

    db.create_tables([Agreement, Party, OpinionRow, Amendment, FollowUp])
