"""Every word that a person sees has its Vietnamese."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", HOUSE / ".ci" / "catalogue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogue"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house of its own: main.py, gui, models and a catalogue."""
    for folder in ("gui", "models", "resources/i18n"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "main.py").write_text("")
    return tmp_path


def write(house: Path, code: str, **translations: str) -> Path:
    (house / "gui" / "page.py").write_text(code, encoding="utf-8")
    (house / "words.json").write_text(json.dumps(translations), encoding="utf-8")
    return house / "words.json"


def test_the_catalogue_is_complete(catalogue: ModuleType) -> None:
    assert catalogue.check() == []


def test_a_word_without_vietnamese_is_found(catalogue: ModuleType, house: Path) -> None:
    catalogue.update([write(house, 'say("Open")')], house)
    assert catalogue.check(house) == ["no Vietnamese: 'Open'"]


def test_plurals_and_twins_are_filed_apart(catalogue: ModuleType, house: Path) -> None:
    code = 'say("Open"); mark("Open", "state"); mark("Open", context="door"); say_n("{n} day", "{n} days", 2, "vi")'
    words = {"Open": "Mở", "state|Open": "Đang mở", "door|Open": "Ngỏ", "{n} day||{n} days": "{n} ngày"}
    assert catalogue.update([write(house, code, **words)], house) == []
    assert catalogue.check(house) == []
    said, _ = catalogue.read_catalogue(house / catalogue.CATALOGUE)
    assert {message.key: text for message, text in said.items()} == words


def test_words_that_nothing_asks_for_are_dropped_and_named(catalogue: ModuleType, house: Path) -> None:
    assert catalogue.update([write(house, 'say("Open")', Open="Mở", Shut="Đóng")], house) == ["Shut"]
    write(house, "")
    assert catalogue.check(house) == ["no longer used: 'Open'"]


def test_a_translation_fills_in_the_same_places(catalogue: ModuleType, house: Path) -> None:
    catalogue.update([write(house, 'say("{n} saved")', **{"{n} saved": "Đã lưu {m}"})], house)
    assert catalogue.check(house) == ["other places to fill in: '{n} saved' → 'Đã lưu {m}'"]


@pytest.mark.parametrize("code", ['say(f"{n} saved")', 'mark("a" + b)', 'say("{n}".format(n=1))', "mark(name)"])
def test_a_text_made_inside_the_call_is_refused(catalogue: ModuleType, house: Path, code: str) -> None:
    catalogue.update([write(house, code)], house)
    assert [complaint.split(":")[0] for complaint in catalogue.check(house)] == ["gui/page.py"]


def test_what_update_writes_stays_the_same_however_often_it_runs(catalogue: ModuleType, house: Path) -> None:
    catalogue.update([write(house, 'say("Open"); say("A line\\nand \\"another\\"")', Open="Mở")], house)
    first = (house / catalogue.CATALOGUE).read_bytes()
    catalogue.update([], house)
    assert (house / catalogue.CATALOGUE).read_bytes() == first


def test_a_catalogue_that_was_written_by_hand_is_put_in_order(catalogue: ModuleType, house: Path) -> None:
    catalogue.update([write(house, 'say("Open")', Open="Mở")], house)
    with (house / catalogue.CATALOGUE).open("a") as file:
        file.write("# a note\n")
    assert catalogue.check(house) == ["vi.po is not as `update` writes it"]


def test_a_guess_counts_as_missing(catalogue: ModuleType, house: Path) -> None:
    catalogue.update([write(house, 'say("Open")', Open="Mở")], house)
    text = (house / catalogue.CATALOGUE).read_text(encoding="utf-8")
    (house / catalogue.CATALOGUE).write_text(text.replace('msgid "Open"', '#, fuzzy\nmsgid "Open"'), encoding="utf-8")
    assert catalogue.check(house) == ["only a guess (fuzzy): 'Open'"]
