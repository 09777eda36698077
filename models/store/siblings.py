"""Plain databases in the folder of an office that hold the same office: copies made by hand, or by the system."""

from pathlib import Path
from typing import Any

from models import engine, vault
from models.files import is_same
from models.store.transaction import connected

# Whatever was done to a copy later, it began as the office did.
_BEGINNING = "SELECT at, who, deed, kind, record FROM change ORDER BY id LIMIT 1"


def plain_siblings(office: Path) -> list[Path]:
    """Name what lies open beside an office and tells the same; an office that is neither open nor unlocked has none."""
    around = (each for each in sorted(office.parent.glob("*.db*")) if each.is_file() and not is_same(each, office))
    found = [each for each in around if vault.is_plain(each)]
    own = _own_beginning(office) if found else []
    return [each for each in found if own and _beginning(each) == own]


def _own_beginning(office: Path) -> list[tuple[Any, ...]]:
    if engine.office() != office:
        return _beginning(office, frozen=False) if vault.is_open(office) else []
    with connected():
        return engine.rows(_BEGINNING)


def _beginning(path: Path, *, frozen: bool = True) -> list[tuple[Any, ...]]:
    """Read how a file begins; one of others is read as if nobody could write it, so that nothing comes to lie by it."""
    try:
        with engine.apart(path, frozen=frozen) as ask:
            return ask(_BEGINNING)
    except engine.DatabaseError:
        return []
