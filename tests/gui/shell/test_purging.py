"""Purging personal details from the window: asked first, then gone from the record and its history."""

from pytestqt.qtbot import QtBot

from gui import messages
from gui.window import Window
from models import history, search, store
from models.delegations import Delegation


def test_personal_details_go_for_good_once_the_person_agreed(window: Window, qtbot: QtBot) -> None:
    assert window.workplace
    number = search.find("khamphoy")[0].record
    window.workplace.open_record("delegation", number)
    for answer, left in (("cancel", "P1234567"), ("purge", None)):
        with messages.answering(answer):
            window._deeds["purge"]()
        kept = store.load("delegation", number)
        assert isinstance(kept, Delegation)
        assert kept.members[0].passport == left
    assert "P1234567" not in str(history.read("delegation", number))
