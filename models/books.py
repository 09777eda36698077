"""The program's own books beside the records: changes, states, links, numbers, search text, lists, settings."""

import peewee

from models.engine import database


class _Book(peewee.Model):
    class Meta:
        database = database
        legacy_table_names = False


class Deed(_Book):
    """What a person did in one go, in words; ``undoes`` names the deed that it takes back."""

    at = peewee.TextField()
    who = peewee.TextField()
    words = peewee.TextField()
    undoes = peewee.IntegerField(null=True)
    undone_by = peewee.IntegerField(null=True)


class Change(_Book):
    """Who changed what, when, from what to what: one row a save, never altered afterwards, chained to the one before.

    ``deed`` is the kind of change, ``deed_id`` the ``Deed`` that it is part of.
    """

    at = peewee.TextField()
    who = peewee.TextField()
    deed = peewee.TextField()
    kind = peewee.TextField()
    record = peewee.IntegerField()
    version = peewee.IntegerField()
    details = peewee.TextField()
    note = peewee.TextField(null=True)
    deed_id = peewee.IntegerField(null=True, index=True)
    chain = peewee.BlobField(null=True)

    class Meta:
        """Read by record, newest last."""

        indexes = ((("kind", "record"), False),)


class StateChange(_Book):
    """A step of a record's life: from, to, on which day, by whom, why."""

    kind = peewee.TextField()
    record = peewee.IntegerField()
    start = peewee.TextField(null=True)
    end = peewee.TextField()
    on_day = peewee.TextField()
    at = peewee.TextField()
    who = peewee.TextField()
    note = peewee.TextField(null=True)
    chain = peewee.BlobField(null=True)

    class Meta:
        """Read by record."""

        table_name = "state_change"
        indexes = ((("kind", "record"), False),)


class LinkRow(_Book):
    """A link of one record to another, seen from both ends."""

    from_kind = peewee.TextField()
    from_id = peewee.IntegerField()
    field = peewee.TextField()
    to_kind = peewee.TextField()
    to_id = peewee.IntegerField()
    position = peewee.IntegerField(default=0)

    class Meta:
        """Found from either end; the same link is not kept twice."""

        table_name = "link"
        indexes = ((("from_kind", "from_id", "field", "to_kind", "to_id"), True), (("to_kind", "to_id"), False))


class SearchRow(_Book):
    """The folded text under which a record is found: ``hi`` its names, ``lo`` everything."""

    kind = peewee.TextField()
    record = peewee.IntegerField()
    hi = peewee.TextField()
    lo = peewee.TextField()

    class Meta:
        """One row a record."""

        table_name = "search_row"
        indexes = ((("kind", "record"), True),)


class NumberGiven(_Book):
    """The last number given of each kind of file code and year; it only grows."""

    letters = peewee.TextField()
    year = peewee.IntegerField()
    last = peewee.IntegerField()

    class Meta:
        """One counter for each."""

        table_name = "number_given"
        primary_key = peewee.CompositeKey("letters", "year")


class ListItem(_Book):
    """An item that the office added to a list, renamed or hid; a used item is never deleted."""

    list = peewee.TextField()
    code = peewee.TextField()
    vietnamese = peewee.TextField(null=True)
    english = peewee.TextField(null=True)
    hidden = peewee.BooleanField(default=False)

    class Meta:
        """One row an item."""

        table_name = "list_item"
        primary_key = peewee.CompositeKey("list", "code")


class Setting(_Book):
    """A choice of the office that travels with its file, such as the days of a deadline."""

    name = peewee.TextField(primary_key=True)
    value = peewee.TextField(null=True)


class PersonalKey(_Book):
    """The key that unseals one person's details in history; purging destroys it."""

    owner = peewee.TextField(primary_key=True)
    key = peewee.BlobField()

    class Meta:
        """Kept apart from what it unseals."""

        table_name = "personal_key"


class Attachment(_Book):
    """A file of a record: its slot, its own name, the digest under which the store keeps it."""

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
        """Read by record; counted by digest."""

        indexes = ((("kind", "record"), False), (("digest",), False))


class Snooze(_Book):
    """A line of the start page that a person hid until a day; the time limit itself does not move."""

    concern = peewee.TextField()
    kind = peewee.TextField()
    record = peewee.IntegerField()
    until = peewee.TextField()
    at = peewee.TextField()
    who = peewee.TextField()

    class Meta:
        """One for each line."""

        primary_key = peewee.CompositeKey("concern", "kind", "record")


class FrozenReport(_Book):
    """A report that was handed in: who, when, of what; its figures and its file in ``content``; never altered."""

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


class CalendarRow(_Book):
    """A line of the weekly calendar that belongs to no record: a meeting, a duty, what is to be prepared."""

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
        """Read by week."""

        table_name = "calendar_row"


class Unfinished(_Book):
    """What is being typed in one form and not saved yet; it lies in the office, so it is encrypted like the rest."""

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
        """One row an open form."""

        table_name = "unfinished"


BOOKS = (
    *(Deed, Change, StateChange, LinkRow, SearchRow, NumberGiven, ListItem, Setting, PersonalKey, Attachment, Snooze),
    FrozenReport,
    CalendarRow,
    Unfinished,
)
