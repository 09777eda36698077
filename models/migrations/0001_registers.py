"""The first tables: office, registers, delegations."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables."""

    class Office(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        superior = peewee.TextField(null=True)
        province = peewee.TextField(null=True)
        place = peewee.TextField(null=True)
        symbol = peewee.TextField(null=True)
        director = peewee.TextField(null=True)
        deputy = peewee.TextField(null=True)
        signs_as = peewee.TextField(null=True)
        compiler = peewee.TextField(null=True)
        section_head = peewee.TextField(null=True)
        recipients = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "office"

    class Unit(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        short = peewee.TextField(null=True)
        aliases = peewee.TextField(null=True)
        level = peewee.TextField(null=True)
        parent = peewee.ForeignKeyField("self", backref="+", on_delete="RESTRICT", null=True)
        ended = peewee.TextField(null=True)
        successor = peewee.ForeignKeyField("self", backref="+", on_delete="RESTRICT", null=True)
        begun = peewee.TextField(null=True)
        note = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        short_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "unit"

    class Partner(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        native = peewee.TextField(null=True)
        english = peewee.TextField(null=True)
        aliases = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        country = peewee.TextField(null=True)
        parent = peewee.ForeignKeyField("self", backref="+", on_delete="RESTRICT", null=True)
        since = peewee.TextField(null=True)
        contact = peewee.TextField(null=True)
        ended = peewee.TextField(null=True)
        note = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        native_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "partner"

    class Person(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        aliases = peewee.TextField(null=True)
        position = peewee.TextField(null=True)
        position_since = peewee.TextField(null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        country = peewee.TextField(null=True)
        sex = peewee.TextField(null=True)
        phone = peewee.TextField(null=True)
        email = peewee.TextField(null=True)
        born = peewee.TextField(null=True)
        note = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        position_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "person"

    class Opening(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        version = peewee.IntegerField()
        draft = peewee.BooleanField()
        created_at = peewee.TextField(null=True)
        created_by = peewee.TextField(null=True)
        updated_at = peewee.TextField(null=True)
        updated_by = peewee.TextField(null=True)
        removed_at = peewee.TextField(index=True, null=True)
        removed_by = peewee.TextField(null=True)
        indicator = peewee.TextField(null=True)
        starts = peewee.TextField(null=True)
        ends = peewee.TextField(null=True)
        qualifier = peewee.TextField(null=True)
        amount = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        unit_of_measure = peewee.TextField(null=True)
        scope = peewee.TextField(null=True)
        source = peewee.TextField(null=True)
        source_date = peewee.TextField(null=True)
        indicator_key = peewee.TextField(index=True, null=True)
        unit_of_measure_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "opening"

    class Delegation(peewee.Model):
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
        direction = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        head = peewee.TextField(null=True)
        level = peewee.TextField(null=True)
        admin_level = peewee.TextField(null=True)
        host_leader = peewee.TextField(null=True)
        requesting_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        inviter = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        persons = peewee.BigIntegerField(null=True)
        places = peewee.TextField(null=True)
        entry_gate = peewee.TextField(null=True)
        exit_gate = peewee.TextField(null=True)
        purpose = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        programme = peewee.TextField(null=True)
        funding = peewee.TextField(null=True)
        cost = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        cost_currency = peewee.TextField(null=True)
        cost_rate = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        cost_vnd = peewee.BigIntegerField(null=True)
        in_plan = peewee.BooleanField(null=True)
        request_number = peewee.TextField(null=True)
        request_date = peewee.TextField(null=True)
        request_issuer = peewee.TextField(null=True)
        invitation_number = peewee.TextField(null=True)
        invitation_date = peewee.TextField(null=True)
        submission_number = peewee.TextField(null=True)
        submission_date = peewee.TextField(null=True)
        decided_by = peewee.TextField(null=True)
        permit_number = peewee.TextField(null=True)
        permit_date = peewee.TextField(null=True)
        permit_issuer = peewee.TextField(null=True)
        second_permit_number = peewee.TextField(null=True)
        second_permit_date = peewee.TextField(null=True)
        supplement = peewee.TextField(null=True)
        supplement_due = peewee.TextField(null=True)
        report_number = peewee.TextField(null=True)
        report_date = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        plan_changes = peewee.TextField(null=True)
        nothing_to_follow = peewee.BooleanField(null=True)
        retention = peewee.TextField(null=True)
        purge_on = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        head_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "delegation"
            indexes = (
                (("direction", "removed_at", "starts"), False),
                (("direction", "removed_at", "draft", "state"), False),
            )

    class Member(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Delegation, backref="+", on_delete="CASCADE")
        name = peewee.TextField(null=True)
        is_head = peewee.BooleanField(null=True)
        position = peewee.TextField(null=True)
        role = peewee.TextField(null=True)
        country = peewee.TextField(null=True)
        sex = peewee.TextField(null=True)
        person = peewee.ForeignKeyField(Person, backref="+", on_delete="RESTRICT", null=True)
        born = peewee.TextField(null=True)
        passport_kind = peewee.TextField(null=True)
        passport = peewee.TextField(null=True)
        passport_until = peewee.TextField(null=True)
        phone = peewee.TextField(null=True)
        email = peewee.TextField(null=True)
        same_person = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "member"

    db.create_tables([Office, Unit, Partner, Person, Opening, Delegation, Member])
