"""The program in a real window, as its user meets it: keys go in, what a screen reader is told comes out."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from models.text import say
from tests.journeys.desk import Desk, NotSeen, end, until

HOUSE = Path(__file__).resolve().parents[2]
START = 30.0  # seconds, on a machine that does other work meanwhile
Node = dict[str, Any]


def vi(words: str, **values: object) -> str:
    """Give the Vietnamese words of a text of the program."""
    return say(words, "vi").format(**values) if values else say(words, "vi")


def letter(words: str) -> str:
    """Give the letter by which a menu or one of its commands is chosen."""
    found = vi(words).partition("&")[2][:1].lower()
    assert found.isascii(), f"{vi(words)!r} has no letter of the keyboard"
    return found


class Program:
    """One program in one window; everything that it keeps lies in ``home``."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self.desk, self.home = desk, home
        self.surroundings = desk.surroundings | {
            "BANG_GIAO_HOME": str(home), "BANG_GIAO_NO_SETUP": "1", "PYTHONUTF8": "1",
        }  # fmt: skip
        self.log = home / "window.txt"
        self._process: subprocess.Popen[bytes] | None = None

    # Starting and ending

    def start(self, office: Path, *more: str) -> None:
        """Open the window on an office and wait until it can be worked with."""
        command = [sys.executable, "main.py", "--office", str(office), *more]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=HOUSE, env=self.surroundings, stdout=log, stderr=log, start_new_session=True
            )
        self.desk.ask("watch", process=self._process.pid)
        until(self._ready, f"the window of {office.name}; it said: {self.log.read_text()[-400:]}", START)

    def _ready(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, f"the program ended: {self.log.read_text()[-1000:]}"
        return any(each["active"] for each in self.windows()) and bool(self.seen(vi("Settings"), "check box", 1))

    def close(self) -> None:
        """Close the window as its user does, and see that the program ends well."""
        assert self._process is not None
        self.key("ctrl+q")
        until(lambda: self._process is None or self._process.poll() is not None, "the end of the program")
        assert self._process.returncode == 0, self.log.read_text()[-1000:]

    def kill(self) -> None:
        """End the program as a power cut does."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(10)

    def end(self) -> None:
        """End the program if it still runs."""
        if self._process is not None and self._process.poll() is None:
            end(self._process)

    def faults(self) -> str:
        """Give what the program wrote of its own faults."""
        log = self.home / "bang-giao.log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        # Our own eyes may ask for what has gone, or be too busy to hear of a key; that is no fault of the program.
        late = ("Could not find accessible", "Invalid index for tableInterface", "QSpiApplication::keyEventError")
        return "\n".join(line for line in lines if not any(words in line for words in late))

    # Hands

    def key(self, *keys: str) -> None:
        """Press keys.

        Where a screen reader listens, Qt hands typed letters on later than the keys of commands: wait for what was
        typed (``sees_text``) before the key of a command.
        """
        self.desk.key(*keys)

    def type(self, words: str) -> None:
        """Type words where the keyboard is; what the keyboard has not is pasted."""
        if words.isascii():
            self.desk.type(words)
        else:
            self.desk.copy(words)
            self.key("ctrl+v")

    def step(self, key: str = "Tab") -> Node:
        """Press a key that takes the keyboard elsewhere; gives where it is then."""
        before = self._moves()
        self.key(key)
        until(lambda: self._moves() > before, f"another place after {key}")
        return self.focus()

    def reach(self, name: str, key: str = "Tab", most: int = 90) -> Node:
        """Go on with Tab until the keyboard is in the field, box or button of this name."""
        at, passed = self.focus(), []
        while at["name"] != name:
            passed.append(at["name"])
            assert len(passed) <= most, f"{name!r} is not reached by {key}: {passed}"
            at = self.step(key)
        return at

    def fill(self, name: str, words: str, shown: str | None = None) -> None:
        """Go to a field and type; ``shown`` is what stands there once Enter was pressed in its list."""
        self.reach(name)
        self.type(words)
        self.sees_text(words)
        if shown is not None:
            self.key("Return")
            self.sees_text(shown)

    def choose(self, menu: str, command: str) -> None:
        """Choose a command of a menu by the underlined letters of the two, which are marked words of the program."""
        self.desk.menu(letter(menu))
        until(lambda: self.focus()["role"] == "menu item", f"the menu {menu}")
        self.key(letter(command))

    def tick(self, name: str) -> None:
        """Go to a box and tick it."""
        self.reach(name)
        self.key("space")
        until(lambda: self.focus()["checked"], f"a tick at {name}")

    # Eyes

    def focus(self) -> Node:
        """Give what has the keyboard."""

        def look() -> Node:
            return (self.desk.ask("focus") or {}).get("node") or {}

        return until(look, "something that has the keyboard")

    def _moves(self) -> int:
        told: Node = until(lambda: self.desk.ask("focus"), "how often the keyboard went elsewhere")
        return int(told["moves"])

    def sees_text(self, words: str) -> None:
        """Wait until the field with the keyboard holds just this."""
        try:
            until(lambda: self.focus()["text"] == words, words)
        except NotSeen:
            raise NotSeen(f"{words!r} is not in {self.focus()}") from None

    def windows(self) -> list[Node]:
        """Give the windows."""
        return self.desk.ask("windows") or []

    def seen(self, words: str, role: str = "", most: int = 20) -> list[Node]:
        """Give what is shown and holds the words."""
        return self.desk.ask("find", words=words, role=role, most=most) or []

    def sees(self, words: str, role: str = "", patience: float = 15.0) -> Node:
        """Wait until something is shown that holds the words."""
        return until(lambda: self.seen(words, role, 1), f"{words!r} as {role or 'anything'}", patience)[0]

    def sees_no(self, words: str, role: str = "") -> None:
        """Wait until nothing is shown that holds the words."""
        until(lambda: self.desk.ask("find", words=words, role=role, most=1) == [], f"{words!r} gone")

    def stands_on(self, name: str) -> Node:
        """Wait until the keyboard is at something of this name."""
        try:
            until(lambda: self.focus()["name"] == name, name)
        except NotSeen:
            raise NotSeen(f"the keyboard is not at {name!r} but at {self.focus()}") from None
        return self.focus()

    def goes_to(self, key: str, page: str) -> None:
        """Press the key of a page and wait until the keyboard is in its list."""
        self.key(key)
        self.is_in_list(page)

    def is_in_list(self, page: str) -> None:
        """Wait until a list is shown and the keyboard is in it or in one of its cells."""
        self.sees(vi(page), "table")
        until(lambda: self.focus()["role"] in ("table", "table cell"), f"the keyboard in the list {page}")

    # The command line

    def job(self, *arguments: str) -> str:
        """Run a job on the command line; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "main.py", *arguments], cwd=HOUSE, env=self.surroundings, capture_output=True, text=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def figures(self, office: Path, first: str, last: str) -> dict[str, float]:
        """Give the figures of a period by their codes, as ``summary --json`` tells them."""
        told = self.job("summary", "--office", str(office), "--from", first, "--to", last, "--json")
        return {each["code"]: each["value"] for each in json.loads(told)}
