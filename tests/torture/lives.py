"""One life of a program that is killed: forked from one that has everything loaded, so that it begins at once."""

import os
import random
import select
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Writer = Callable[[Path], None]
"""Works on an office without end and tells each deed by ``tell`` once the office has it."""

SEED = 7
OPENING = 0.2  # so many of the kills may already hit the opening of the office
PATIENCE = 120.0  # seconds for a first word; a machine under load is slow, but not that slow


class DiedByItself(Exception):
    """The writer ended before it was killed: what it met stands on stderr."""


def tell(words: str) -> None:
    """Say something to the torturer; it counts from now on."""
    os.write(sys.stdout.fileno(), words.encode() + b"\n")  # whole, whichever thread or program says it


def complain(*words: object) -> None:
    """Say what was found wrong; the line of figures stands alone."""
    print(*words, file=sys.stderr)


def one_life(writer: Writer, office: Path, seconds: float, *, from_birth: bool = False) -> list[str]:
    """Let a writer work, kill it ``seconds`` after its first word (or after its birth), and give what it told."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _live(writer, office, mouth)
    os.close(mouth)
    try:
        heard = b"" if from_birth else _first_words(ear)
        time.sleep(seconds)
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as rest:
        heard += rest.read()
    if not os.WIFSIGNALED(status):
        raise DiedByItself(f"{getattr(writer, '__module__', writer)}, exit code {os.waitstatus_to_exitcode(status)}")
    # A line cut off by the kill was no acknowledgement.
    return [line.decode() for line in heard.split(b"\n")[:-1]]


def lives(
    writer: Writer, office: Path, template: Path, times: int, longest: float, a_round: int
) -> Iterator[list[str]]:
    """Kill a writer ``times`` times, up to ``longest`` seconds after its first word, and give what each one told.

    After each round of kills it begins again with a copy of the template: growing files make growing looks.
    """
    chance = random.Random(SEED)
    for number in range(times):
        if number % a_round == 0:
            lay(template, office)
        yield one_life(writer, office, chance.uniform(0, longest), from_birth=chance.random() < OPENING)


def lay(template: Path, office: Path) -> None:
    """Lay a copy of an office with its files in the place of another one and of all that lies beside it."""
    for left in office.parent.glob(f"{office.stem}*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.copy(template, office)
    store = template.with_name(template.name + ".files")
    if store.is_dir():
        shutil.copytree(store, office.with_name(office.name + ".files"))


def to_their_end(writers: Sequence[Writer], office: Path) -> list[str]:
    """Let several writers work at once until each ends by itself, and give what they told."""
    ear, mouth = os.pipe()
    children = []
    for writer in writers:
        child = os.fork()
        if child == 0:
            os.close(ear)
            _live(writer, office, mouth)
        children.append(child)
    os.close(mouth)
    with os.fdopen(ear, encoding="utf-8") as heard:
        lines = heard.read().splitlines()
    ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    if any(ended):
        raise DiedByItself(f"exit codes {ended}")
    return lines


def _live(writer: Writer, office: Path, mouth: int) -> None:
    """Be the child; if the torturer dies first, the next word finds nobody and ends it."""
    try:
        sys.stdout = os.fdopen(mouth, "w", encoding="utf-8")
        writer(office)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _first_words(ear: int) -> bytes:
    ready, _, _ = select.select([ear], [], [], PATIENCE)
    return os.read(ear, 1 << 16) if ready else b""
