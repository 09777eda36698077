"""Names that every template may use: the office, who signs, today."""

from datetime import date

from models import days, store
from models.filling.naming import Name, Value, value_of
from models.filling.spelling import names_of
from models.office import Office
from models.reports.head import office_head
from models.text import mark, say

_OWN = {"signs_as": "", "recipients": ""}  # told by the names below, as papers write them


def office_names(language: str) -> list[tuple[Name, Value]]:
    """Give the office's facts, the form of signature, the recipients and the day of today in several writings."""
    kept, head, today = store.office(), office_head(), days.today()
    fields = [field for field in Office.described() if field.name not in _OWN]
    found = [
        (Name(name.name, (*name.also, f"office_{field.name}"), name.words), value_of(kept.value(field.name)))
        for field, name in zip(fields, names_of(fields, lambda field: field.label, language), strict=True)
    ]
    place = head.place
    further: tuple[tuple[str, tuple[str, ...], str, object], ...] = (
        ("the_thuc_ky", ("form_of_signature",), mark("Form of signature"), say(head.form, language)),
        ("nguoi_ky", ("signer",), mark("Who signs"), head.signer),
        ("noi_nhan", ("recipients",), mark("Recipients"), "\n".join(head.recipients)),
        ("hom_nay", ("today", "ngay_lap"), mark("Today"), today),
        ("ngay_thang", ("date_line",), mark("Today in words"), day_in_words(today, language)),
        (
            "dia_danh_ngay_thang",
            ("place_and_date",),
            mark("Place and day of a letter"),
            f"{place}, {day_in_words(today, language)}",
        ),
        ("nam_nay", ("this_year",), mark("This year"), today.year),
    )
    found += [(Name(name, also, say(words, language)), _value(value)) for name, also, words, value in further]
    return found


def _value(plain: object) -> Value:
    return value_of(plain, str(plain)) if isinstance(plain, int) else value_of(plain)  # a year has no dot


def day_in_words(day: date, language: str) -> str:
    """Write a day as documents do."""
    words = "ngày {day} tháng {month} năm {year}" if language == "vi" else "{day} {month} {year}"
    return words.format(**days.in_a_letter(day, language))
