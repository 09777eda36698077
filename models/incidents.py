"""Incidents at the border: what happened, where, and how it was settled; unclassified matters only."""

from models import choices
from models.attached import Links
from models.events import INCIDENT
from models.fields import Day, Link, Listed, LongText, PartialDay, Text
from models.gates import Gate
from models.record import Lifecycle, Noted
from models.text import mark
from models.units import Unit


class Incident(Noted):
    """An unclassified incident; of a classified one only the reference of its paper file is kept."""

    kind = "incident"
    letters = "SV"
    sections = {"name": mark("The incident"), "settlement": mark("Settlement"), "related": mark("Linked records")}

    name = Text(mark("Incident"), width=44, required=True, listed=True, searched=True, aliases=("Tên vụ việc",))
    happened_on = PartialDay(mark("Happened on"), required=True, listed=True, index=True, aliases=("Ngày xảy ra",))
    area = Text(mark("Area"), width=28, required=True, listed=True, searched=True, aliases=("Địa bàn",))
    country = Listed(choices.COUNTRY, mark("Country"), width=14, listed=True)
    gate = Link(Gate, mark("Gate or crossing"), searched=True)
    content = LongText(mark("What happened"), width=44, required=True, searched=True, aliases=("Nội dung",))
    lead = Link(Unit, mark("Handled by"), listed=True, searched=True)
    classified_file = Text(
        mark("Classified file: reference of the paper"),
        width=24,
        help=mark("Only the reference; classified content must not be typed in"),
    )
    settlement = LongText(
        mark("How it was settled"), width=40, required=True, searched=True, aliases=("Tình hình giải quyết",)
    )
    settled_on = Day(mark("Settled on"), listed=True)
    related = Links(None, mark("Linked records"))

    def lifecycle(self) -> Lifecycle:
        """Give the life cycle of an incident."""
        return INCIDENT

    def first_event(self) -> str | None:
        """Give the day it happened."""
        return self.happened_on
