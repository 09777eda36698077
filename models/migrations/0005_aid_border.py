"""Training, foreign NGOs, aid, border gates and incidents."""

from typing import Any

import peewee


def up(migrator: Any, db: peewee.Database) -> None:
    """Make the tables."""

    class Partner(peewee.Model):
        class Meta:
            database = db
            table_name = "partner"

    class Unit(peewee.Model):
        class Meta:
            database = db
            table_name = "unit"

    class Training(peewee.Model):
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
        direction = peewee.TextField(null=True)
        countries = peewee.TextField(null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        institutions = peewee.TextField(null=True)
        audience = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        pillar = peewee.TextField(null=True)
        learners = peewee.BigIntegerField(null=True)
        classes = peewee.BigIntegerField(null=True)
        per_class = peewee.BigIntegerField(null=True)
        places_a_year = peewee.BigIntegerField(null=True)
        qualifier = peewee.TextField(null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        place = peewee.TextField(null=True)
        funding = peewee.TextField(null=True)
        cost_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        in_plan = peewee.BooleanField(null=True)
        report_number = peewee.TextField(null=True)
        report_date = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "training"

    class Ngo(peewee.Model):
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
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        country = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        area = peewee.TextField(null=True)
        fields = peewee.TextField(null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        contact = peewee.TextField(null=True)
        licensed = peewee.BooleanField(null=True)
        registration = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        issued_on = peewee.TextField(null=True)
        valid_until = peewee.TextField(index=True, null=True)
        registered_area = peewee.TextField(null=True)
        registered_fields = peewee.TextField(null=True)
        plan_received_on = peewee.TextField(null=True)
        last_report_year = peewee.BigIntegerField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        area_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "ngo"

    class Aid(peewee.Model):
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
        direction = peewee.TextField(null=True)
        mode = peewee.TextField(null=True)
        form = peewee.TextField(null=True)
        sectors = peewee.TextField(null=True)
        content = peewee.TextField(null=True)
        donor_kind = peewee.TextField(null=True)
        ngo = peewee.ForeignKeyField(Ngo, backref="+", on_delete="RESTRICT", null=True)
        donor = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        countries = peewee.TextField(null=True)
        authority = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        owner_unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        currency = peewee.TextField(null=True)
        committed = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        rate = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        committed_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        qualifier = peewee.TextField(null=True)
        counterpart_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        state_revenue = peewee.BooleanField(null=True)
        starts = peewee.TextField(index=True, null=True)
        ends = peewee.TextField(null=True)
        area = peewee.TextField(null=True)
        emergency = peewee.BooleanField(null=True)
        disaster_on = peewee.TextField(null=True)
        charter_ready = peewee.BooleanField(null=True)
        consent_number = peewee.TextField(null=True)
        consent_date = peewee.TextField(null=True)
        approval_number = peewee.TextField(null=True)
        approval_date = peewee.TextField(null=True)
        approval_signer = peewee.TextField(null=True)
        paid_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        settlement_number = peewee.TextField(null=True)
        settlement_date = peewee.TextField(null=True)
        report_number = peewee.TextField(null=True)
        report_date = peewee.TextField(null=True)
        result = peewee.TextField(null=True)
        beneficiaries = peewee.BigIntegerField(null=True)
        area_ha = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        models_count = peewee.BigIntegerField(null=True)
        name_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "aid"

    class Gate(peewee.Model):
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
        ours = peewee.TextField(null=True)
        theirs = peewee.TextField(null=True)
        name = peewee.TextField(null=True)
        aliases = peewee.TextField(null=True)
        type = peewee.TextField(null=True)
        country = peewee.TextField(null=True)
        province = peewee.TextField(null=True)
        unit = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        partner = peewee.ForeignKeyField(Partner, backref="+", on_delete="RESTRICT", null=True)
        landmark = peewee.TextField(null=True)
        basis = peewee.TextField(null=True)
        goods = peewee.TextField(null=True)
        works = peewee.TextField(null=True)
        works_state = peewee.TextField(null=True)
        length_km = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        upgrade_approved = peewee.BooleanField(null=True)
        upgrade_on = peewee.TextField(null=True)
        upgrade_basis = peewee.TextField(null=True)
        upgrade_proposal = peewee.TextField(null=True)
        restored_on = peewee.TextField(null=True)
        ours_key = peewee.TextField(index=True, null=True)
        theirs_key = peewee.TextField(index=True, null=True)
        works_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "gate"

    class Incident(peewee.Model):
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
        happened_on = peewee.TextField(index=True, null=True)
        area = peewee.TextField(null=True)
        country = peewee.TextField(null=True)
        gate = peewee.ForeignKeyField(Gate, backref="+", on_delete="RESTRICT", null=True)
        content = peewee.TextField(null=True)
        lead = peewee.ForeignKeyField(Unit, backref="+", on_delete="RESTRICT", null=True)
        classified_file = peewee.TextField(null=True)
        settlement = peewee.TextField(null=True)
        settled_on = peewee.TextField(null=True)
        name_key = peewee.TextField(index=True, null=True)
        area_key = peewee.TextField(index=True, null=True)

        class Meta:
            database = db
            table_name = "incident"

    class Disbursement(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Aid, backref="+", on_delete="CASCADE")
        paid_on = peewee.TextField(null=True)
        amount = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        currency = peewee.TextField(null=True)
        rate = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        amount_vnd = peewee.DecimalField(max_digits=20, decimal_places=4, null=True)
        document = peewee.TextField(null=True)
        remarks = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "disbursement"

    class Adjustment(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Aid, backref="+", on_delete="CASCADE")
        number = peewee.TextField(null=True)
        dated = peewee.TextField(null=True)
        content = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "adjustment"

    class GateChange(peewee.Model):
        uuid = peewee.CharField(max_length=36, unique=True)
        rank = peewee.IntegerField()
        owner = peewee.ForeignKeyField(Gate, backref="+", on_delete="CASCADE")
        changed_on = peewee.TextField(null=True)
        to_state = peewee.TextField(null=True)
        basis = peewee.TextField(null=True)
        source = peewee.TextField(null=True)
        remarks = peewee.TextField(null=True)

        class Meta:
            database = db
            table_name = "gate_change"

    db.create_tables([Training, Ngo, Aid, Gate, Incident, Disbursement, Adjustment, GateChange])
