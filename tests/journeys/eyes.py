"""Sees the program as a screen reader does; run by the system's Python, one JSON question a line, one answer a line."""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # comes with the system's Python, not from a package index

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

State = Atspi.StateType
STATES = {
    "focused": State.FOCUSED,
    "checked": State.CHECKED,
    "enabled": State.ENABLED,
    "editable": State.EDITABLE,
    "active": State.ACTIVE,
}

PATIENCE = 2000  # milliseconds


class Eyes:
    """Watches one program, known by its process number; ``moves`` counts how often the keyboard went elsewhere."""

    def __init__(self) -> None:
        """Listen from now on."""
        self.process, self.moves, self.last = 0, 0, None
        self.listener = Atspi.EventListener.new(self.moved)
        self.listener.register("object:state-changed:focused")

    def moved(self, event: Any) -> None:
        """Note where the keyboard went."""
        try:
            if not event.detail1 or event.source.get_process_id() != self.process:
                return
            # Under a line of text a list may open; one goes on typing in the line all the same.
            if event.source.get_role() != Atspi.Role.LIST_ITEM:
                self.moves, self.last = self.moves + 1, event.source
        except GLib.Error:
            pass  # gone already

    def answer(self, asked: dict[str, Any]) -> Any:
        """Answer one question: watch, focus, find, windows."""
        match asked.pop("do"):
            case "watch":
                self.process, self.moves, self.last = asked["process"], 0, None
                return None
            case "focus":
                return {"moves": self.moves, "node": self.focus()}
            case "windows":
                return [told(window) for window in self.windows()]
            case _:
                return self.find(**asked)

    def windows(self) -> list[Any]:
        """Give the program's windows, menus and lists among them."""
        desk = Atspi.get_desktop(0)
        for place in range(desk.get_child_count()):
            app = desk.get_child_at_index(place)
            if app is not None and app.get_process_id() == self.process:
                windows = (app.get_child_at_index(n) for n in range(app.get_child_count()))
                return [window for window in windows if window is not None]  # one that has just gone is None
        return []

    def focus(self) -> dict[str, Any] | None:
        """Tell what has the keyboard."""
        try:
            if self.last is not None and self.last.get_state_set().contains(State.FOCUSED):
                return told(self.last)
        except GLib.Error:
            self.last = None
        return next((told(node) for node in self.all() if node.get_state_set().contains(State.FOCUSED)), None)

    def all(self) -> Iterator[Any]:
        """Walk through everything that is shown."""
        waiting = self.windows()
        while waiting:
            node = waiting.pop(0)
            try:
                if not node.get_state_set().contains(State.SHOWING):
                    continue
                yield node
                if node.get_role() != Atspi.Role.TABLE:  # a long list is asked for its cells only
                    waiting[:0] = filter(None, (node.get_child_at_index(n) for n in range(node.get_child_count())))
                else:
                    waiting[:0] = cells(node)
            except GLib.Error:
                continue

    def find(self, words: str = "", role: str = "", most: int = 20) -> list[dict[str, Any]]:
        """Give what is shown, holds the words in its name or text, and plays the role."""
        found = []
        for node in self.all():
            if role and node.get_role_name() != role:
                continue
            seen = told(node)
            if words in seen["name"] or words in seen["text"]:
                found.append(seen)
                if len(found) >= most:
                    break
        return found


def cells(table: Any) -> list[Any]:
    """Give the cells of the first rows of a table."""
    grid = table.get_table_iface()
    rows, columns = min(grid.get_n_rows(), 25), grid.get_n_columns()
    found = [grid.get_accessible_at(row, column) for row in range(rows) for column in range(columns)]
    return [cell for cell in found if cell is not None]


def told(node: Any) -> dict[str, Any]:
    """Tell of a node what its user is told."""
    text = node.get_text_iface()
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "about": node.get_description() or "",
        "text": Atspi.Text.get_text(text, 0, -1) if text else "",
        **{name: states.contains(state) for name, state in STATES.items()},
    }


def main() -> None:
    """Answer until nobody asks any more."""
    # Qt answers nothing about a window that has just gone; without a bound each such question takes half a minute.
    Atspi.set_timeout(PATIENCE, PATIENCE)
    loop, eyes, rest = GLib.MainLoop(), Eyes(), bytearray()

    def heard(*_args: Any) -> bool:
        news = os.read(0, 65536)
        if not news:
            loop.quit()
            return False
        rest.extend(news)
        while b"\n" in rest:
            line, _, after = bytes(rest).partition(b"\n")
            rest[:] = after
            try:
                answer: Any = {"told": eyes.answer(json.loads(line))}
            except GLib.Error as error:  # it went while it was looked at
                answer = {"gone": str(error)}
            except Exception as error:  # else nobody would answer any more, nor say why
                answer = {"fault": repr(error)}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, heard)
    loop.run()


if __name__ == "__main__":
    main()
