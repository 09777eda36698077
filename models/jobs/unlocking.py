"""The passphrase of an encrypted office for a job: from a file, from what this computer remembers, or typed.

It never stands on the command line or in the environment, where other programs can read it.
"""

import getpass
import sys
from pathlib import Path

from models import vault
from models.jobs.words import JobFailed, Line
from models.text import mark, say
from models.vault import remembered

OPTION = "passphrase-file"
TRIES = 3
_HOW = mark(
    "{path} is encrypted. Give its passphrase in a file that only you can read (--passphrase-file FILE, or - for the "
    "standard input), or start this at a terminal and type it."
)
_NOT_TEXT = mark("The passphrase in {path} cannot be read. Save the file as UTF-8 text.")


def unlock(line: Line) -> None:
    """Unlock the files that a job names; raise ``JobFailed`` where nobody gives a passphrase, or ``WrongSecret``."""
    told = _told(line)
    for path in (Path(each) for each in (line.options.get("office", ""), *line.words) if each):
        if path.is_file() and vault.envelope_of(path).exists() and not vault.is_open(path):
            _unlock(path, told)


def _unlock(path: Path, told: str | None) -> None:
    if told is not None:
        vault.unlock(path, told)
    elif not remembered.recall(path):
        _ask(path)


def _told(line: Line) -> str | None:
    """Give the first line of the file that was named."""
    named = line.options.get(OPTION)
    if named is None:
        return None
    try:
        text = sys.stdin.readline() if named == "-" else Path(named).read_text(encoding="utf-8-sig").partition("\n")[0]
    except UnicodeDecodeError as error:
        raise JobFailed(_NOT_TEXT, path=named) from error
    return text.rstrip("\r\n")


def _ask(path: Path) -> None:
    if not sys.stdin.isatty():
        raise JobFailed(_HOW, path=path)
    for left in reversed(range(TRIES)):
        try:
            vault.unlock(path, getpass.getpass(say(mark("Passphrase of {name}: ")).format(name=path.name)))
        except vault.WrongSecret as error:
            if not left:
                raise
            print(error, file=sys.stderr)
        else:
            return
