"""The pages that are no lists: the settings, the bin, and the relations with a partner, a person or a unit."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.shell.places import Place
from gui.shell.sidebar import BIN, HOME, SETTINGS
from models.kinds import page_named
from models.text import mark

if TYPE_CHECKING:
    from gui.pages import ListPage
    from gui.shell.workplace import Workplace

RELATIONS = "relations:"  # before the kind, as the name of a page


def make(name: str, work: "Workplace") -> QWidget | None:
    """Make one of these pages; None where the name is that of a list."""
    if name == SETTINGS:
        return _settings(work)
    if name == BIN:
        return _bin(work)
    return _relations(name.removeprefix(RELATIONS), work) if name.startswith(RELATIONS) else None


def _settings(work: "Workplace") -> QWidget:
    from gui.settings_page import SettingsPage

    made = SettingsPage(work)
    made.office_wanted.connect(work.office_wanted)
    made.restore_wanted.connect(work.restore_wanted)
    made.turning_wanted.connect(work.turning_wanted)
    made.backup_made.connect(work.backup_made)
    made.office_saved.connect(work.renamed)
    return made


def _bin(work: "Workplace") -> QWidget:
    from gui.bin import BinPage

    made = BinPage(work)
    made.open_list.connect(work.open_list)
    work.changes.changed.connect(lambda _kinds: made.fill())
    return made


def _relations(kind: str, work: "Workplace") -> QWidget:
    from gui.relations import RelationsPage

    made = RelationsPage(kind, work)
    made.open_record.connect(lambda kind, number: follow(work, made.kind, kind, number))
    made.open_list.connect(work.open_list)
    work.changes.changed.connect(lambda _kinds: made.refresh())
    return made


def follow(work: "Workplace", shown: str, kind: str, number: int) -> None:
    """Open what was followed on a page of relations: another body on a page like it, a record in its list."""
    page = work.stack.currentWidget()
    if kind == shown and number != getattr(page, "number", 0):
        work.open_relations(kind, number)
    else:
        work.open_record(kind, number)


def enter(widget: QWidget, place: Place) -> None:
    """Let one of these pages show what is so now and take the keyboard."""
    if place.page.startswith(RELATIONS):
        widget.show_body(place.record)  # type: ignore[attr-defined]
    elif place.page == SETTINGS:
        widget.refresh()  # type: ignore[attr-defined]
    elif place.page != BIN:
        return
    widget.take_focus()  # type: ignore[attr-defined]


def arrive(work: "Workplace") -> None:
    """Let note and menus go by the page that is now on the screen."""
    work.toast.go_with_page()
    offer(work)


def offer(work: "Workplace") -> None:
    """Offer to bring back only what lies in the bin."""
    page = work.list_page()
    actions = work.window().menus.actions  # type: ignore[attr-defined]
    actions["restore"].setEnabled(page is not None and page.question().removed)


def show_backups(work: "Workplace") -> None:
    """Open the settings where the backups are listed."""
    if work.go(SETTINGS):
        work.stack.currentWidget().show_backups()  # type: ignore[union-attr]


def stand_in(page: "ListPage") -> None:
    """Show a record of the list where one is open beside it that does not belong to it."""
    shown = page.detail.shown() if not page.detail.isHidden() else None
    if shown is None or page.model.row_of(shown[1]) >= 0:
        return
    first = next(iter(page.model.ids), None)
    if first is None:
        page.detail.hide()
    else:
        page.open_record(first)


def path(name: str) -> tuple[str, list[str]]:
    """Give the item of the sidebar and the words of the path for any page."""
    known = {HOME: [mark("Needs attention")], BIN: [mark("Bin")], SETTINGS: [mark("Settings")]}
    if name in known:
        return name, known[name]
    page = page_named(name.removeprefix(RELATIONS))
    further = [mark("Relations")] if name.startswith(RELATIONS) else []
    return page.name, [page.group, page.title, *further]
