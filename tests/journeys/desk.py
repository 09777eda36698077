"""A screen of its own with a window manager, a clipboard, hands and eyes; nothing reaches the person's own screen."""

import contextlib
import json
import os
import select
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QImage

PYTHON = "/usr/bin/python3"  # the one for which the system has the libraries of the screen readers
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "xprop", "dbus-daemon", "pdftotext", LAUNCHER, PYTHON)
PATIENCE = 15.0  # seconds; long, because it costs nothing where all is well
T = TypeVar("T")


class NotSeen(AssertionError):
    """What was waited for did not come."""


def until(look: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
    """Look again and again until there is something to see; ``what`` names it where it does not come."""
    end, pause = time.monotonic() + patience, 0.01
    while not (seen := look()):
        if time.monotonic() > end:
            raise NotSeen(f"not seen within {patience:.0f} s: {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
    return seen


class Desk:
    """The screen; ``surroundings`` is what a program on it is started with."""

    def __init__(self, surroundings: dict[str, str], memory: Path) -> None:
        self.surroundings, self.memory = surroundings, memory
        self._eyes: subprocess.Popen[bytes] | None = None

    def key(self, *keys: str) -> None:
        """Press keys one after the other, each as xdotool names it."""
        self._run("xdotool", "key", "--delay", "0", *keys)

    def menu(self, letter: str) -> None:
        """Press Alt and the letter of a menu, as slowly as a hand: let go too soon, Alt closes the menu again."""
        self._run("xdotool", "key", "--delay", "60", f"alt+{letter}")

    def type(self, words: str) -> None:
        """Type letters that the keyboard has; for others see ``copy``."""
        assert words.isascii(), "xdotool loses letters that are not on the keyboard"
        self._run("xdotool", "type", "--delay", "0", words)

    def copy(self, words: str) -> None:
        """Put words into the clipboard, as another program would."""
        # xclip stays to give the words away; its output must not keep us waiting.
        subprocess.run(
            ["xclip", "-selection", "clipboard", "-in"], input=words.encode(), env=self.surroundings, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE,
        )  # fmt: skip
        until(
            lambda: self._run("xclip", "-selection", "clipboard", "-out", sure=False).decode() == words,
            "the words copied",
        )

    def point_away(self) -> None:
        """Put the mouse where it is over nothing."""
        self._run("xdotool", "mousemove", "9999", "9999")

    def picture(self) -> QImage:
        """Give what is on the screen, as Xvfb keeps it in a file (format XWD: a head of big-endian numbers)."""
        kept = self.memory.read_bytes()
        head = struct.unpack(">25I", kept[:100])
        size, width, height, across, colours = head[0], head[4], head[5], head[12], head[19]
        pixels = kept[size + 12 * colours :]
        return QImage(pixels, width, height, across, QImage.Format.Format_RGB32).copy()

    def ask(self, do: str, **about: Any) -> Any:
        """Ask the eyes; None where what they looked at went away meanwhile."""
        if self._eyes is None:
            here = Path(__file__).with_name("eyes.py")
            self._eyes = subprocess.Popen(
                [PYTHON, str(here)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=self.surroundings,
            )  # fmt: skip
        eyes = self._eyes
        assert eyes.stdin is not None
        assert eyes.stdout is not None
        eyes.stdin.write(json.dumps({"do": do} | about).encode() + b"\n")
        eyes.stdin.flush()
        if not select.select([eyes.stdout], [], [], 30)[0]:
            raise NotSeen(f"the eyes do not answer: {do} {about}")
        line = eyes.stdout.readline()
        if not line:
            raise NotSeen("the eyes closed")
        answer = json.loads(line)
        assert "fault" not in answer, answer
        return answer.get("told")

    def close_eyes(self) -> None:
        """End the helper process."""
        if self._eyes is not None:
            end(self._eyes)
            for pipe in (self._eyes.stdin, self._eyes.stdout):
                if pipe is not None:
                    pipe.close()

    def _run(self, *command: str, sure: bool = True) -> bytes:
        return subprocess.run(
            command, env=self.surroundings, check=sure, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
        ).stdout  # fmt: skip


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that we started, and wait for it."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


def sees() -> bool:
    """Tell whether the system's Python can see what a screen reader sees."""
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([PYTHON, "-c", asked], capture_output=True, check=False).returncode == 0


@contextlib.contextmanager
def desk(home: Path, size: str = "1366x768") -> Iterator[Desk]:
    """Set up a screen whose number nobody uses, and take everything down at the end."""
    with contextlib.ExitStack() as after:

        def start(*command: str, **more: Any) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **more)
            after.callback(end, process)
            return process

        reading, writing = os.pipe()
        screen = start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-ac", "-noreset",
            "-fbdir", str(home),
            pass_fds=(writing,), stdout=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        number = _line(reading, screen)
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        assert bus.stdout is not None
        after.callback(bus.stdout.close)
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().decode().strip(),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        quiet: dict[str, Any] = {"env": surroundings, "stdout": subprocess.DEVNULL}
        start(LAUNCHER, "--launch-immediately", **quiet)
        start("openbox", **quiet)
        made = Desk(surroundings, home / "Xvfb_screen0")
        after.callback(made.close_eyes)
        seen = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        until(lambda: b"window id" in made._run(*seen, sure=False), "the window manager")
        until(lambda: made.ask("windows") is not None, "the eyes")
        yield made


def _line(reading: int, screen: subprocess.Popen[bytes]) -> str:
    with os.fdopen(reading) as pipe:
        line = pipe.readline().strip()
    assert line, f"Xvfb did not start: {screen.poll()}"
    return line
