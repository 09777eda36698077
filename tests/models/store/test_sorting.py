"""What the order of a list promises: Vietnamese, both ways, empty values last, for every column of every page."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models import store
from models.exchanges import Exchange
from models.fields import Choice, Link, Many
from models.fold import given_name_key, sort_key
from models.kinds import PAGES, Page
from models.partners import Partner
from models.people import Person
from models.record import Record
from models.units import Unit


def partner(name: str, **values: Any) -> Partner:
    made = Partner.blank(**{"name": name, "type": "chinh_quyen_tinh", "country": "LA", **values})
    store.save(made)
    return made


def names_in(sort: str, page: Page = PAGES["partner"]) -> list[str]:
    return [store.load(page.record.kind, n).heading for n in store.find(page, store.Question(sort=sort))]


def test_names_stand_in_vietnamese_order_up_and_down(office: Path) -> None:
    expected = ["An", "Ăng", "Ân", "Dương", "Đà Nẵng", "Điện Biên", "Đoàn 2", "Đoàn 10", "Hà", "Hạ"]
    shuffled = expected[:]
    random.Random(3).shuffle(shuffled)
    for name in shuffled:
        partner(name)
    assert names_in("name") == expected
    assert names_in("-name") == expected[::-1]


def test_people_stand_by_their_given_name(office: Path) -> None:
    expected = ["Nguyễn Thị An", "Trần Văn Ân", "Lê Bình", "Giàng A Dế", "Vàng Thị Đào"]
    for name in reversed(expected):
        store.save(Person.blank(name=name))
    assert names_in("name", PAGES["person"]) == expected


def fill_office() -> None:
    """Save a few records of every kind, some with nearly everything empty."""
    units = [Unit.blank(name=name, level="so", short=short) for name, short in (("Sở Y tế", "YT"), ("Sở Công", None))]
    homes = [partner("Vân Nam", country="CN", native="云南省"), partner("Ai Lao", parent=None), partner("Đà Lạt")]
    for unit in units:
        store.save(unit)
    homes[2].parent = homes[0].id
    homes[1].parent = homes[2].id
    for home in homes[1:]:
        store.save(home)
    for number, (name, home, own) in enumerate([("Lê An", homes[0], units[0]), ("Vũ Ân", homes[1], None)]):
        store.save(Person.blank(name=name, partner=home.id, unit=own and own.id, country=("LA", None)[number]))
    waiting = [page for page in PAGES.values() if page.name not in ("partner", "unit", "person")]
    while waiting:
        page = next(page for page in waiting if not {other.record for other in waiting} & linked_by(page))
        waiting.remove(page)
        for number in range(5):
            made = page.blank()
            for each in page.columns() if number < 4 else []:
                if each.stored and not each.computed and each.name != "code":
                    setattr(made, each.name, value_for(each, number))
            if isinstance(made, Exchange):
                made.source = "Sổ theo dõi"  # a row for many activities is not taken without
            store.save(made, draft=True)


def linked_by(page: Page) -> set[type[Record]]:
    """Tell of which kinds a record must be there before a record of this page can name it in a list column."""
    return {each.rel_model for each in page.columns() if isinstance(each, Link)} - {page.record}


def value_for(each: Any, number: int) -> Any:
    if number == 3:
        return None
    if isinstance(each, Link):
        return number + 1 if each.rel_model not in (Unit, Person) else number % 2 + 1
    if isinstance(each, Many):
        return each.codes()[number : number + 2]
    if isinstance(each, Choice):
        return each.codes()[number % len(each.codes())]
    if each.name == "indicator":
        return ("I10", "I02", "I07:CN")[number]
    if each.name == "year":
        return 2024 + number
    typed = {"Count": "3", "Amount": "3", "Day": "+3", "PartialDay": "+3", "YesNo": "x"}.get(type(each).__name__)
    if typed:
        return each.read(typed.replace("3", str(3 + number)))
    return ("Đoàn 10", "Đoàn 2", "ẵn")[number]


SORTS = [(page.name, each.name) for page in PAGES.values() for each in page.columns() if each.stored] + [
    (page.name, "state") for page in PAGES.values() if page.numbered
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An office with records of every kind, filled once for all orders."""
    folder = tmp_path_factory.mktemp("full")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BANG_GIAO_HOME", str(folder / "home"))
        with store.session(folder / "office.db", create=True):
            fill_office()
        yield folder / "office.db"


@pytest.mark.parametrize(("page", "column"), SORTS)
def test_every_column_sorts_both_ways_with_empty_values_last(full: Path, page: str, column: str) -> None:
    with store.session(full):
        view = PAGES[page]
        everything = set(store.find(view, store.Question(sort="id")))
        for sort in (column, f"-{column}"):
            ids = store.find(view, store.Question(sort=sort))
            assert len(ids) == len(everything)
            assert set(ids) == everything
            keys = [key_of(view, column, number) for number in ids]
            filled = [key for key in keys if key is not None]
            assert keys[: len(filled)] == filled, f"{sort}: empty values are not last: {keys}"
            assert filled == sorted(filled, reverse=sort.startswith("-")), sort
            for limit in (1, 3, 10):
                assert store.find(view, store.Question(sort=sort), limit) == ids[:limit]


def key_of(page: Page, column: str, number: int) -> Any:
    """Work out, apart from the database, what a record is sorted by; None where the value is empty."""
    record = store.load(page.record.kind, number)
    if column == "state":
        states = [state.value for state in record.lifecycle().states]  # type: ignore[attr-defined]
        return states.index(record.state)  # type: ignore[attr-defined]
    field = page.record.field(column)
    value = record.value(column)
    if field.empty(value):
        return None
    if isinstance(field, Link):
        linked = store.load(field.rel_model.kind, value)
        key = given_name_key if type(linked) is Person else sort_key
        return key(linked.heading)
    if isinstance(field, Choice):
        first = value[0] if isinstance(field, Many) else value
        return sort_key(field.label_of(first))
    return field.key(value)
