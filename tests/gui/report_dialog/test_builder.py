"""The report builder: from an empty box to a preset that is kept, run, changed and taken away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.countries import CountriesDialog, choose
from gui.report_dialog import ReportDialog
from gui.report_dialog.builder import BuilderDialog
from gui.report_dialog.builder.check_list import NAME
from gui.report_dialog.report_list import group_of
from models import store
from models.reports import built
from models.reports.built import Built
from models.reports.periods import calendar_year
from models.reports.report import content
from tests.gui.report_dialog.conftest import wait_for
from tests.gui.report_dialog.test_preview import lines, same_moment, wanted
from tests.models.paper.made import Made

Open = Callable[..., ReportDialog]
YEAR = calendar_year(2026)
OWN = Built("chuyen-tham", "Visits by country", "inbound", ("code", "name", "starts", "persons"), ("countries",))


def begun(qtbot: QtBot, about: Built | None = None) -> BuilderDialog:
    box = BuilderDialog(None, YEAR, about)
    qtbot.addWidget(box, before_close_func=QWidget.hide)  # a hidden box asks nothing
    box.show()
    qtbot.waitUntil(lambda: box.preview.made is not None, timeout=20_000)
    return box


def row_of(box: BuilderDialog, name: str) -> int:
    rows = box.columns.list
    return next(row for row in range(rows.count()) if rows.item(row).data(NAME) == name)


def heads(box: BuilderDialog) -> list[str]:
    model = box.preview.model
    return [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(model.columnCount())]


def test_a_report_is_put_together_by_keyboard_and_seen_while_it_grows(made: Made, qtbot: QtBot) -> None:
    box = begun(qtbot)
    QTest.keyClicks(box.title, "Visits")
    assert box.name.text() == "visits"
    box.columns.list.setFocus()
    box.columns.list.setCurrentRow(row_of(box, "head"))
    QTest.keyClick(box.columns.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Head of delegation" not in heads(box), timeout=10_000)
    box.columns.list.setCurrentRow(row_of(box, "name"))
    QTest.keyClick(box.columns.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: heads(box)[1:3] == ["Delegation", "File code"], timeout=10_000)
    box.save.click()
    assert box.kept is not None
    (kept,) = built.presets()
    assert (kept.name, kept.title, kept.columns[:2]) == ("visits", "Visits", ("name", "code"))


def test_only_the_usual_columns_are_ticked_at_first_and_all_can_be_ticked_or_unticked(made: Made, qtbot: QtBot) -> None:
    box = begun(qtbot)
    assert 0 < len(box.columns.chosen()) < 10 < box.columns.list.count()
    assert box.columns.all.text() == "Untick all"
    box.columns.all.click()
    assert box.columns.chosen() == ()
    assert box.columns.all.text() == "Tick all"
    box.columns.all.click()
    assert len(box.columns.chosen()) == box.columns.list.count()


def test_the_name_follows_the_title_out_of_sight_until_it_is_asked_for(made: Made, qtbot: QtBot) -> None:
    box = begun(qtbot)
    assert not box.name.isVisible()
    QTest.keyClicks(box.title, "Visits of spring")
    assert box.name.text() == "visits-of-spring"
    box.advanced.click()
    assert box.name.isVisible()
    box.advanced.click()
    assert not box.name.isVisible()
    box.name.setText("Not A Name")
    box.save.click()
    assert box.name.isVisible(), "what is wrong is shown"


def test_several_countries_are_asked_for_and_kept(made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    box = begun(qtbot, OWN)
    assert box.filters is not None
    assert box.filters.country is not None
    assert box.filters.several is not None
    choose(box.filters.country, "LA")

    def several() -> None:
        (dialog,) = box.findChildren(CountriesDialog)
        assert dialog.editor.keys == ["LA"]
        dialog.editor.add("CN")
        dialog.keep.click()

    QTimer.singleShot(0, several)
    box.filters.several.click()
    assert box.filters.country.currentText() == "Laos, China"
    assert box.about().question.country == "LA CN"
    box.filters.put(box.about().question)
    assert box.filters.active() == ["Laos, China"]
    box.save.click()
    assert [each.question.country for each in built.presets()] == ["LA CN"]


def test_groups_and_filters_make_the_tables_that_the_report_has(made: Made, qtbot: QtBot) -> None:
    box = begun(qtbot, OWN)
    assert box.filters is not None
    box.filters.country.setCurrentIndex(box.filters.country.findData("LA"))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: box.preview.made is not None and "Laos" in str(box.preview.made.contents), timeout=10_000)
    qtbot.wait(500)
    assert box.preview.made is not None
    told = list(content(built.built(box.about(), YEAR, "en")))
    assert [same_moment(wanted(each)) for each in box.preview.made.contents] == [same_moment(wanted(x)) for x in told]
    assert box.about().question.country == "LA"


def test_no_title_no_column_and_a_name_that_is_taken_are_told_beside_their_boxes(made: Made, qtbot: QtBot) -> None:
    built.keep(OWN)
    box = begun(qtbot)
    box.save.click()
    assert box.complaints["title"].isVisible()
    assert built.presets() == [OWN]
    QTest.keyClicks(box.title, "A report")
    box.name.setText("chuyen-tham")
    box.save.click()
    assert box.complaints["name"].text() == "There is a preset “chuyen-tham” already."
    for row in range(box.columns.list.count()):
        box.columns.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    box.save.click()
    assert box.columns.complaint.text() == "Tick at least one column."
    assert box.kept is None


def test_another_kind_offers_its_own_columns(made: Made, qtbot: QtBot) -> None:
    box = begun(qtbot)
    box.kind.setCurrentIndex(box.kind.findData("agreement"))
    qtbot.waitUntil(lambda: "Signed in the name of" in heads(box), timeout=10_000)
    assert box.about().page == "agreement"


def test_a_preset_stands_in_the_list_after_the_office_was_opened_again(made: Made, opened: Open, qtbot: QtBot) -> None:
    built.keep(OWN)
    path = store.current().path  # type: ignore[union-attr]
    store.close_office()
    store.open_office(path)
    box = opened("chuyen-tham")
    assert group_of(box.reports.entry()) == "own"
    assert box.title.text().casefold().startswith("visits by country")
    shown = [box.preview.tabs.tabText(place) for place in range(box.preview.tabs.count())]
    box.preview.tabs.setCurrentIndex(shown.index("Inbound delegations"))
    assert lines(box.preview.model)[0][1] == made.visit.code


def answer(deed: Callable[[BuilderDialog], object]) -> None:
    """Do something in the builder once it is open."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, BuilderDialog)
        deed(box)

    QTimer.singleShot(0, act)


def test_a_new_report_is_chosen_in_the_list_once_it_is_kept(opened: Open, qtbot: QtBot) -> None:
    box = opened()

    def build(builder: BuilderDialog) -> None:
        builder.title.setText("Guests")
        builder.title.textEdited.emit("Guests")
        builder.save.click()

    answer(build)
    box.own.new.click()
    assert box.reports.name() == "guests"
    wait_for(box, "guests", qtbot)


def test_a_preset_is_renamed_from_the_list(opened: Open, qtbot: QtBot) -> None:
    built.keep(OWN)
    box = opened("chuyen-tham")

    def rename(builder: BuilderDialog) -> None:
        assert builder.title.text() == "Visits by country"
        builder.title.setText("Guests by country")
        builder.name.setText("khach")
        builder.save.click()

    answer(rename)
    box.reports.list.setFocus()
    QTest.keyClick(box.reports.list, Qt.Key.Key_F2)
    assert [(each.name, each.title) for each in built.presets()] == [("khach", "Guests by country")]
    wait_for(box, "khach", qtbot)
    qtbot.waitUntil(lambda: box.title.text().casefold().startswith("guests by country"))


def test_a_changed_preset_is_made_anew_at_once(opened: Open, qtbot: QtBot) -> None:
    built.keep(OWN)
    box = opened("chuyen-tham")

    def change(builder: BuilderDialog) -> None:
        builder.columns.list.item(row_of(builder, "persons")).setCheckState(Qt.CheckState.Unchecked)
        builder.save.click()

    answer(change)
    box.own.change.click()
    qtbot.waitUntil(lambda: box.preview.model.columnCount() == 4, timeout=10_000)


def test_a_preset_that_was_removed_is_brought_back(opened: Open, qtbot: QtBot) -> None:
    built.keep(OWN)
    box = opened("chuyen-tham")
    box.reports.list.setFocus()
    QTest.keyClick(box.reports.list, Qt.Key.Key_Delete)
    assert built.presets() == []
    assert box.reports.name() == "annual"
    assert "was removed" in box.toast.text.text()
    box.toast.button.click()
    assert built.presets() == [OWN]
    assert box.reports.name() == "chuyen-tham"


def test_reports_of_the_program_are_neither_changed_nor_removed(opened: Open, qtbot: QtBot) -> None:
    box = opened("inbound")
    assert not box.own.change.isEnabled()
    assert not box.own.remove.isEnabled()
    QTest.keyClick(box.reports.list, Qt.Key.Key_Delete)
    assert box.reports.name() == "inbound"


def test_a_damaged_preset_says_why_it_cannot_be_run_and_can_be_removed(opened: Open, qtbot: QtBot) -> None:
    store.set_setting("report_presets", [{"name": "mau", "title": "Mẫu", "version": 1}])
    box = opened()
    box.reports.choose("mau")
    qtbot.waitUntil(lambda: "is damaged and cannot be run" in box.preview.trouble.text(), timeout=10_000)
    assert not box.own.change.isEnabled()
    assert not box.foot.write.isEnabled()
    box.own.remove.click()
    assert store.setting("report_presets", None) == []


def test_where_all_presets_are_damaged_their_line_says_so_and_takes_nothing_away(opened: Open, qtbot: QtBot) -> None:
    store.set_setting("report_presets", "xx")
    box = opened()
    box.reports.list.setCurrentRow(box.reports.list.count() - 1)
    qtbot.waitUntil(lambda: "presets of this office are damaged" in box.preview.trouble.text(), timeout=10_000)
    assert not box.own.remove.isEnabled()
    QTest.keyClick(box.reports.list, Qt.Key.Key_Delete)
    assert store.setting("report_presets", None) == "xx"


def test_an_office_open_for_reading_shows_presets_and_changes_none(made: Made, opened: Open, qtbot: QtBot) -> None:
    built.keep(OWN)
    path = store.current().path  # type: ignore[union-attr]
    store.close_office()
    store.open_office(path, read_only=True)
    box = opened("chuyen-tham")
    assert not any(part.isEnabled() for part in (box.own.new, box.own.change, box.own.remove))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_the_title_does_not_close_the_builder(made: Made, qtbot: QtBot, key: Qt.Key) -> None:
    box = begun(qtbot)
    QTest.keyClick(box.title, key)
    assert box.isVisible()
