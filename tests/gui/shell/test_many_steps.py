"""More steps at once than the list of steps shows are told of and taken back together."""

from pytestqt.qtbot import QtBot

from gui.window import Window
from models import store


def test_the_note_covers_all_steps_and_takes_all_of_them_back(window: Window, qtbot: QtBot) -> None:
    work = window.workplace
    assert work
    partner = store.load("partner", 1)
    before = partner.value("native")
    for n in range(60):
        partner.native = f"Tên {n}"  # type: ignore[attr-defined]
        store.save(partner)
    qtbot.waitUntil(lambda: "and 59 more steps" in work.toast.text.text())
    work.toast.button.click()
    qtbot.waitUntil(lambda: store.load("partner", 1).value("native") == before)
