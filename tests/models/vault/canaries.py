"""Twenty words that stand nowhere else, a day's work with them, and the search of every byte for them."""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from models import backup, frozen, preferences, search, store
from models.delegations import Delegation, Member
from models.excel.export import export_list
from models.fold import sort_key
from models.kinds import PAGES
from models.partners import Partner
from models.reports.periods import calendar_year
from models.store import Question, unfinished
from models.store.attaching import AttachedFile
from models.units import Unit

# No two begin alike: the search index keeps of words that do only how they end.
_STEMS = {
    "office": "bặc", "partner": "cồm", "alias": "dựp", "unit": "đẫn", "visit": "ghệ", "content": "hủy", "edited": "khợ",
    "undone": "lẫm", "head": "mỹn", "member": "ngọ", "passport": "phậ", "position": "quỵ", "note": "rưở",
    "removed": "sẵt", "slot": "thẻ", "attached": "trượ", "signer": "vầng", "setting": "xoặ", "draft": "yểu",
    "handed": "ẩng",
}  # fmt: skip
WORDS = {name: f"{stem}{name}zq" for name, stem in _STEMS.items()}
SECOND = "usb"
"""The folder of the second place for backups."""
HELD = "home/opened"
"""Where a copy that a person holds open must lie readable; wiped when the office is closed, and at the next start."""


def work(path: Path) -> AttachedFile:
    """Do a day's work with all of the words in the open office: write, edit, undo, remove, attach, search, back up."""
    office = store.office()
    office.name = f"Sở {WORDS['office']}"
    office.superior, office.place = "UBND tỉnh", "Lai Châu"
    store.save(office, draft=True)
    partner = Partner.blank(name=f"Tỉnh {WORDS['partner']}", aliases=WORDS["alias"], type="khac", country="LA")
    store.save(partner)
    unit = store.save(Unit.blank(name=WORDS["unit"], level="so", note=WORDS["note"]))
    visit = _visit(partner.id, unit.reference)
    store.save(visit)
    visit.content = WORDS["edited"]
    store.save(visit)
    visit.content = WORDS["undone"]
    store.save(visit)
    store.undo()
    store.remove(store.save(Unit.blank(name=WORDS["removed"], level="so")))
    preferences.put("who", "Nguyễn Thị Lan")
    store.set_setting("own", WORDS["setting"])
    store.settings.keep_item("field", "khac2", WORDS["setting"], "x", False)
    store.snooze(WORDS["note"], "delegation", visit.id, "2030-01-01")
    file = _attach(path, visit)
    keep_draft(WORDS["draft"])
    _look(path)
    frozen.hand_in("inbound", calendar_year(2026), "vi", WORDS["handed"])
    copy = backup.keep(path, "close", path.with_name(SECOND)).copy
    backup.copy_beside(path, "by-hand")
    backup.rehearse(copy)
    return file


def _visit(partner: int, unit: str) -> Delegation:
    made = PAGES["inbound"].blank()
    assert isinstance(made, Delegation)
    told = {
        "name": WORDS["visit"], "partner": partner, "countries": ["LA"], "level": "lanh_dao_tinh",
        "admin_level": "tinh", "starts": "2026-03-05", "ends": "2026-03-07", "persons": 2, "purpose": "tham_lam_viec",
        "fields": ["y_te"], "content": WORDS["content"], "funding": "ns_tinh", "in_plan": True, "host_units": [unit],
        "members": [
            Member(name=WORDS["head"], is_head=True, position=WORDS["position"], passport=WORDS["passport"]),
            Member(name=WORDS["member"]),
        ],
    }  # fmt: skip
    for name, value in told.items():
        setattr(made, name, value)
    return made


def _attach(path: Path, visit: Delegation) -> AttachedFile:
    """Attach a file and a picture, and read one of them; the person's own file is not ours."""
    source = path.with_name("nguồn.pdf")
    source.write_bytes(WORDS["attached"].encode() * 50_000)
    file = store.attach(visit, source, "other", name=f"{WORDS['slot']}.pdf", signer=WORDS["signer"])
    source.unlink()
    store.attach(visit, WORDS["attached"].encode(), "other", name="anh.png")
    assert WORDS["attached"].encode() in store.open_copy(file).read_bytes()
    return file


def keep_draft(words: str) -> None:
    """Keep what is being typed, as the form does."""
    content = {"fields": {"name": {"value": words}}, "state": ""}
    at = ("2026-03-18T08:00:00", False)
    unfinished.keep(unfinished.Unfinished("k", "inbound", "delegation", None, 0, words, content, *at))


def _look(path: Path) -> None:
    """Search for every word, read a list, and take it out: what a person takes out is theirs, so it goes again."""
    for word in WORDS.values():
        search.find(word)
    page = PAGES["inbound"]
    store.rows(page, store.find(page, Question(words=WORDS["visit"])))
    taken = path.with_name("danh sách.xlsx")
    export_list(page, Question(), ("name", "content"), taken, "vi")
    assert found_in_bytes(taken.read_bytes()) >= {"visit", "edited"}
    taken.unlink()


def forms(name: str) -> set[bytes]:
    """Give the end of a word as it may lie in a file, in both ways in which systems write letters.

    The end has no marks, so it is the same however Unicode writes them, without them as the search has it, in JSON and
    in addresses; only capitals and the key to sort by differ.
    """
    end = f"{name}zq"
    return {each.encode(code) for each in (end, end.upper(), sort_key(end)) for code in ("utf-8", "utf-16-le")}


FORMS = {name: forms(name) for name in WORDS}


def found_in_bytes(told: bytes) -> set[str]:
    """Give the names of the words that stand somewhere in these bytes, also inside a zip (workbooks, documents)."""
    return {name for part in _unpacked(told) for name, looks in FORMS.items() if any(each in part for each in looks)}


def _unpacked(told: bytes) -> Iterator[bytes]:
    yield told
    if told.startswith(b"PK\x03\x04") and is_zipfile(BytesIO(told)):
        with ZipFile(BytesIO(told)) as archive:
            for name in archive.namelist():
                yield from _unpacked(archive.read(name))


def found_in(folder: Path) -> dict[str, set[str]]:
    """Search every byte of every file below a folder, and every name; give for each word the places it was found."""
    found: dict[str, set[str]] = {}
    for place in folder.rglob("*"):
        told = place.read_bytes() if place.is_file() else b""
        for name in found_in_bytes(told) | found_in_bytes(place.name.encode()):
            found.setdefault(name, set()).add(place.relative_to(folder).as_posix())
    return found


def outside(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Leave out what lies where a person holds it open."""
    told = {name: {place for place in places if not place.startswith(HELD)} for name, places in found.items()}
    return {name: places for name, places in told.items() if places}


if __name__ == "__main__":  # from another process, because who opens and closes an open office drops its locks
    print(json.dumps({name: sorted(places) for name, places in found_in(Path(sys.argv[1])).items()}))
