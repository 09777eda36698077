"""Every field of every kind has an editor that gives back its value."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.editors import editor_for
from models import kinds, store
from models.attached import Links, Rows
from models.fields import Amount, Choice, Count, Day, Described, Link, LongText, Many, PartialDay, Text, YesNo
from models.record import Entity

FIELDS = [
    pytest.param(kind, field, id=f"{kind.__name__}.{field.name}")
    for kind in (*kinds.KINDS.values(), *kinds.DETAILS.values())
    for field in kind.described()
    if not field.computed
]


@pytest.fixture(autouse=True, scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("office")
    with store.session(folder / "office.db", create=True):
        for page in kinds.PAGES.values():
            made = page.blank()
            texts = [each.name for each in page.fields() if each.required and type(each) in (Text, LongText)]
            naming = (texts or [page.record.named_by])[0]
            setattr(made, naming, "I01" if naming == "indicator" else "Tỉnh Phông Sa Lỳ")
            store.save(made, draft=True)
        yield


def value_for(field: Described) -> Any:
    match field:
        case Rows():
            row = kinds.rows_of(field)()
            setattr(row, row.named_by, "Khăm Phoi")
            return [row]
        case Links():
            return ["partner:1"] if field.kind is None else [f"{field.kind.kind}:1"]
        case Link():
            return 1
        case Many():
            return field.codes()[1:3]
        case Choice():
            return field.codes()[-1]
        case YesNo():
            return True
        case PartialDay():
            return "2019-05"
        case Day():
            return "2025-03-05"
        case Count():
            return 1234567
        case Amount():
            return Decimal("1234.5")
        case LongText():
            return "Thăm và làm việc\nký thỏa thuận"
    return "Điện Biên 红河"


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_an_editor_gives_back_the_value_it_was_given(
    kind: type[Entity], field: Described, qtbot: QtBot, qapp: QApplication
) -> None:
    row = kind()
    editor = editor_for(field, row)
    qtbot.addWidget(editor)
    value = value_for(field)
    editor.set_value(value)
    assert editor.value() == value
    editor.leave()
    assert editor.value() == value
    assert editor.complaint() is None


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_an_editor_left_empty_gives_nothing(kind: type[Entity], field: Described, qtbot: QtBot) -> None:
    editor = editor_for(field, kind())
    qtbot.addWidget(editor)
    editor.leave()
    value = editor.value()
    required_tick = isinstance(field, YesNo) and field.required
    assert value is False if required_tick else field.empty(value)


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_an_editor_is_called_by_its_label(kind: type[Entity], field: Described, qtbot: QtBot) -> None:
    from models.text import say

    editor = editor_for(field, kind())
    qtbot.addWidget(editor)
    assert editor.entry.accessibleName() == say(kind().label(field))
