"""Reading a job's command line: words and options, every mistake told in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models.text import LANGUAGES, mark, say


class WrongUse(Exception):
    """The command line is not understood; exit code 2."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words, self.values = words, values

    def __str__(self) -> str:
        return say(self.words).format(**self.values)


class JobFailed(Exception):
    """The world refused; exit code 1. Nothing was changed."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words, self.values = words, values

    def __str__(self) -> str:
        return say(self.words).format(**self.values)


@dataclass(frozen=True)
class Grammar:
    """What may stand on a job's line: words in order, options with a value, options alone, those that must be there.

    ``more`` are words that may follow and may be missing. ``alone`` is the option that needs nothing else on the line;
    ``tongues`` are the languages that may be asked for.
    """

    words: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    alone: str = ""
    tongues: tuple[str, ...] = tuple(LANGUAGES)


COMMON = ("language", "today")
# Paints a paper into a PDF file; given by main, because models knows no Qt.
Paint = Callable[[Any, Path], Any]


@dataclass
class Line:
    """What stood on the line."""

    words: list[str]
    options: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    paint: Paint | None = None
    job: str = ""

    def path(self, name: str) -> Path:
        """Give an option that names a file."""
        return Path(self.options[name])

    def output(self) -> Path:
        """Give the file to write; raise ``JobFailed`` where writing would destroy what is no output of ours."""
        path, office = self.path("output"), self.path("office")
        if path.exists() and office.exists() and path.samefile(office):
            raise JobFailed(mark("{path} is the office itself; nothing was written. Choose another file."), path=path)
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise JobFailed(mark("{path} is a device, not a file; nothing was written."), path=path)
        return path

    def day(self, name: str) -> date:
        """Give an option that names a day, written 2025-01-31."""
        if name not in self.options:
            raise WrongUse(mark("--{name} is missing."), name=name)
        return read_day(name, self.options[name])

    @property
    def language(self) -> str | None:
        """Give the language asked for."""
        return self.options.get("language")


def read_day(name: str, told: str) -> date:
    """Read a day of the command line; raise ``WrongUse``."""
    try:
        day = date.fromisoformat(told)
        if len(told) != 10 or not 1800 <= day.year <= 2200:
            raise ValueError
        return day
    except ValueError:
        words = mark("--{name} needs a day that exists, written like 2025-01-31; {told} is none.")
        raise WrongUse(words, name=name, told=told) from None


def parse(arguments: Sequence[str], grammar: Grammar, more: tuple[str, ...] = ()) -> Line:
    """Read a line by its grammar and further options with a value; raise ``WrongUse``."""
    line = Line([])
    rest = iter(arguments)
    for each in rest:
        if not each.startswith("--"):
            line.words.append(each)
            continue
        name, _, told = each[2:].partition("=")
        if name in grammar.flags and not told:
            line.flags.add(name)
        elif name in grammar.options + COMMON + more:
            told = told or next(rest, "")
            if not told or told.startswith("--"):
                raise WrongUse(mark("--{name} needs a value."), name=name)
            line.options[name] = told
        else:
            raise WrongUse(mark("There is no option {option} here."), option=each)
    _complete(line, grammar)
    return line


def _complete(line: Line, grammar: Grammar) -> None:
    alone = grammar.alone in line.flags and not line.words
    if len(line.words) < len(grammar.words) and not alone:
        raise WrongUse(mark("{word} is missing."), word=grammar.words[len(line.words)])
    most = len(grammar.words) + len(grammar.more)
    if len(line.words) > most:
        raise WrongUse(mark("{word} is one word too many."), word=line.words[most])
    for name in grammar.needed:
        if name not in line.options and not alone:
            raise WrongUse(mark("--{name} is missing."), name=name)
    if line.language and line.language not in grammar.tongues:
        known = ", ".join(grammar.tongues)
        raise WrongUse(mark("There is no language {told}; choose from: {known}."), told=line.language, known=known)


def one_of(told: str, known: Sequence[str]) -> str:
    """Give a word that must be one of those known; raise ``WrongUse``."""
    if told not in known:
        raise WrongUse(mark("{told} is not known here; choose from: {known}."), told=told, known=", ".join(known))
    return told
