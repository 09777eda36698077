"""People met in office: heads, signatories, members; public office holders and our own staff."""

from models import choices, options
from models.fields import Choice, Day, Link, Listed, PersonalDay, PersonalText, PersonName, PrivateNote, Text
from models.partners import Partner
from models.record import Record
from models.text import mark
from models.units import Unit


class Person(Record):
    """A person; the title held at the time stands on each link, not only here."""

    kind = "person"
    sections = {"name": mark("The person"), "unit": mark("Where from"), "phone": mark("Personal details")}

    name = PersonName(mark("Full name"), width=26, required=True, listed=True, searched=True, aliases=("Họ tên",))
    aliases = Text(mark("Other spellings"), width=26, searched=True, help=mark("Put semicolons between"))
    position = Text(mark("Present title"), width=30, listed=True, searched=True, aliases=("Chức vụ",))
    position_since = Day(mark("In this post since"))
    unit = Link(Unit, mark("Own unit"), listed=True)
    partner = Link(Partner, mark("Partner"), listed=True)
    country = Listed(choices.COUNTRY, mark("Nationality"), width=14, listed=True, aliases=("Quốc tịch",))
    sex = Choice(options.Sex, mark("Sex"), width=8)
    phone = PersonalText(mark("Telephone"), width=16)
    email = PersonalText(mark("E-mail"), width=22)
    born = PersonalDay(mark("Birth date"))
    note = PrivateNote(
        mark("Notes"),
        width=30,
        searched=True,
        help=mark("Private: they leave the program only as ticked for one output"),
    )

    def also_found_by(self) -> list[str]:
        """Give the other spellings."""
        return [self.aliases or ""]
