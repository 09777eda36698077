"""How the names of fields are spelt: the label in Vietnamese first, then other titles, then English."""

from collections.abc import Callable, Iterable, Sequence

from models.fields import Described
from models.filling.naming import Name, key
from models.text import mark, say

NUMBER = Name("stt", ("number", "no"), mark("No."))
STATE = Name("trang_thai", ("state", "tinh_trang"), mark("State"))
STANDING = Name("tinh_hinh_thoi_han", ("standing", "thoi_han_con_lai"), mark("Deadline status"))


def names_of(fields: Sequence[Described], label: Callable[[Described], str], language: str) -> list[Name]:
    """Name fields so that no two share their first spelling."""
    taken: set[str] = set()
    made = []
    for field in fields:
        told = [say(label(field), "vi"), say(field.label, "vi"), *field.aliases, field.name]
        first = next((each for each in told if key(each) and key(each) not in taken), field.name)
        taken.add(key(first))
        also = (*told, say(label(field), "en"))
        made.append(Name(key(first), _others(first, also), say(label(field), language), field.personal))
    return made


def name_of(words: str, language: str, *also: str) -> Name:
    """Name something by its words (marked) and further spellings."""
    first = say(words, "vi")
    return Name(key(first), _others(first, (*also, say(words, "en"))), say(words, language))


def _others(first: str, told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(each) for each in told if key(each) and key(each) != key(first)))
