"""The backups that can be restored: found wherever they lie, compared with what is open, never the office itself."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import messages
from gui.settings_page import SettingsPage
from gui.settings_page.copies import choose_copy, copies, moments
from gui.settings_page.data_card import CopiesCard
from models import backup, preferences, store
from models.errors import OfficeRefused
from models.partners import Partner
from tests.gui.settings_page.hands import card
from tests.models.paper.made import Made


def partner(name: str) -> Partner:
    record = Partner.blank(name=name, type="chinh_quyen_chau_tp", country="CN")
    store.save(record)
    return record


def office() -> Path:
    session = store.current()
    assert session
    return session.path


def looked_over(page: SettingsPage, copy: Path) -> str:
    """Give what is told before a backup is restored; it is not."""
    with messages.answering("leave") as asked:
        choose_copy(page, copy)
    return asked[0].text


def test_only_numbers_that_differ_are_told_and_the_bin_is_no_record(page: SettingsPage) -> None:
    gone = partner("Bỏ đi")
    store.remove(gone)
    copy = backup.keep(office(), "by-hand").copy
    told = looked_over(page, copy)
    assert "All kinds of records: as many as now" in told
    assert "Partners" not in told
    partner("Châu Hồng Hà")
    told = looked_over(page, copy)
    assert "Partners: 1 (and 1 in the bin) in the backup, 2 (and 1 in the bin) now" in told
    assert told.count("in the backup, ") == 1
    assert "The other kinds of records: as many as now" in told


def test_a_backup_that_is_newer_than_what_is_here_says_so_with_its_own_names(page: SettingsPage) -> None:
    older = backup.keep(office(), "by-hand").copy
    partner("Châu Hồng Hà")
    newer = backup.keep(office(), "by-hand").copy
    path = office()
    store.restore_office(older, path)
    with store.session(path):
        told = looked_over(page, newer)
        assert "This backup is newer than what is here; it has 1 step more:" in told
        assert "Entered partner “Châu Hồng Hà”" in told
        assert "since then" not in told
        partner("Khác hẳn")  # has the number that the other has in the backup
        told = looked_over(page, newer)
        assert "The backup has 1 step that is not here:" in told
        assert "Entered partner “Châu Hồng Hà”" in told
        assert "1 step is only in what is here now, and goes:" in told
        assert "Entered partner “Khác hẳn”" in told


@pytest.mark.parametrize("by", [Path.symlink_to, lambda other, path: os.link(path, other)])
def test_the_open_office_is_no_backup_of_itself_by_whatever_name(
    page: SettingsPage, tmp_path: Path, by: object
) -> None:
    other = tmp_path / "other name.db"
    by(other, office())  # type: ignore[operator]
    for copy in (office(), other):
        with messages.answering("ok") as asked:
            assert choose_copy(page, copy) is None
        assert "is the office itself" in asked[0].text
        with pytest.raises(OfficeRefused, match="the office itself"):
            store.restore_office(copy, office())
        assert store.current(), "it stays open"
    partner("Vẫn ghi được")


def test_two_backups_of_one_minute_are_told_apart(page: SettingsPage) -> None:
    for _ in range(2):
        backup.keep(office(), "by-hand")
    backup.keep(office(), "day")
    told = moments(copies(office()))
    assert sorted(map(len, told)) in ([16, 19, 19], [16, 16, 16])  # the minute may have ended in between
    assert len(set(told)) >= 2


def test_backups_elsewhere_are_listed_too(page: SettingsPage, tmp_path: Path, qtbot: QtBot) -> None:
    listed = card(page, CopiesCard)
    (tmp_path / "usb").mkdir()
    preferences.put(preferences.SECOND, str(tmp_path / "usb"))
    made = backup.keep(office(), "day", tmp_path / "usb").copy
    by_hand = tmp_path / "office 22-11-2026.db"
    with messages.answering(str(by_hand)):
        listed.elsewhere.click()
    made.unlink()  # the one at the second place is left
    page.refresh()
    qtbot.waitUntil(lambda: listed.table.rowCount() == 2)
    told = [listed.table.item(row, 0).text() for row in range(2)]  # type: ignore[union-attr]
    assert f"made by hand · {tmp_path}" in told
    assert any(words.startswith("made once a day · ") and "usb" in words for words in told)
    by_hand.unlink()
    page.refresh()
    qtbot.waitUntil(lambda: listed.table.rowCount() == 1)


def test_the_newest_backup_is_marked_and_can_be_restored_at_once(page: SettingsPage, made: Made) -> None:
    listed = card(page, CopiesCard)
    listed.make.click()
    assert listed.chosen() == copies(office())[0].path
    assert listed.restore.isEnabled()
    first = listed.chosen()
    backup.keep(office(), "day")
    listed.fill()
    assert listed.chosen() == first, "what is marked stays marked where another one comes by itself"
    listed.make.click()
    assert listed.chosen() == copies(office())[0].path, "one made by hand is the one that is meant"


def test_undoing_what_the_backup_holds_is_told_and_what_was_undone_since_is_not(page: SettingsPage) -> None:
    store.remove(partner("Châu Hồng Hà"))
    removing = store.deeds(1)[0].id
    copy = backup.keep(office(), "by-hand").copy
    store.undo(removing)
    partner("Bỏ ngay")
    store.undo(store.deeds(1)[0].id)
    told = looked_over(page, copy)
    assert "1 step is only in what is here now, and goes:" in told
    assert "Undid: Removed partner" in told
    assert "Bỏ ngay" not in told
