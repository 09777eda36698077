"""The jobs by name: finding, running, and telling in one sentence what went wrong."""

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models import days, engine, preferences
from models.errors import SENTENCES, OfficeRefused, Refused
from models.files import WriteRefused
from models.jobs import filling, handed_in, keeping, logged, printing, reporting, reports, unlocking
from models.jobs.leaving import TICKS
from models.jobs.words import Grammar, JobFailed, Line, Paint, WrongUse, parse, read_day
from models.reports.tongues import TONGUES
from models.text import LANGUAGES, mark, say, speak


@dataclass(frozen=True)
class Job:
    """One job: what may stand on its line, and what it does."""

    grammar: Grammar
    do: Callable[[Line], None]


JOBS: dict[str, Job] = {
    "sample": Job(Grammar(("NAME",), ("office",), (), ("office",)), keeping.sample),
    "check": Job(Grammar((), ("office",), (), ("office",)), keeping.check),
    "backup": Job(Grammar((), ("office", "output"), (), ("office", "output")), keeping.backup),
    "restore": Job(Grammar(("BACKUP",), ("office",), (), ("office",)), keeping.restore),
    "log": Job(Grammar((), ("office", "from", "to", "output"), (), ("office", "output")), logged.log),
    "search": Job(Grammar(("TEXT",), ("office", "kind", "limit"), ("restricted",), ("office",)), reporting.search),
    "summary": Job(Grammar((), ("office", "from", "to"), ("json",), ("office", "from", "to")), reporting.summary),
    "records": Job(
        Grammar(("CODE",), ("office", "from", "to"), ("restricted",), ("office", "from", "to")), reporting.records
    ),
    "report": Job(
        Grammar(
            ("NAME",),
            ("office", "from", "to", "format", "output", "mechanism", "since"),
            ("list", *TICKS),
            ("office", "output"),
            alone="list",
            tongues=TONGUES,
        ),
        reports.report,
    ),
    "export": Job(Grammar(("KIND",), ("office", "search", "output"), TICKS, ("office", "output")), reporting.export),
    "frozen": Job(
        Grammar(
            ("DEED",),
            ("office", "from", "to", "note", "output"),
            ("json",),
            ("office",),
            ("NUMBER",),
            tongues=TONGUES,
        ),
        handed_in.frozen_job,
    ),
    "fill": Job(
        Grammar(
            (),
            ("office", "from", "to", "record", "each", "output"),
            ("names", *TICKS),
            ("office",),
            ("TEMPLATE",),
        ),
        filling.fill,
    ),
    "print": Job(
        Grammar(("KIND",), ("office", "output", "from", "to", "by"), TICKS, ("office", "output"), ("CODE",)),
        printing.print_paper,
    ),
}

USAGE = """python main.py [--office FILE] [--language vi|en] [--today D]
python main.py test
python main.py sample lai-chau|dien-bien --office FILE
python main.py report NAME|PRESET --office F --from D --to D [--language vi|en|both] [--format xlsx|docx|pdf] --output R
python main.py report --list [--office FILE]
python main.py report mechanism --mechanism CODE --since NUMBER --office FILE --output R.xlsx|R.docx|R.pdf
python main.py export KIND --office FILE [--search TEXT] --output E.xlsx
python main.py search TEXT --office FILE [--kind KIND] [--limit N]
python main.py summary --office FILE --from D --to D [--json]
python main.py records CODE --office FILE --from D --to D
python main.py frozen hand-in NAME|PRESET --office FILE --from D --to D [--note TEXT] [--output R.xlsx]
python main.py frozen list --office FILE [--json]
python main.py frozen show|compare NUMBER --office FILE [--json] [--output R.xlsx]
python main.py fill TEMPLATE.xlsx|.docx --office FILE --from D --to D [TICKS] --output FILE
python main.py fill TEMPLATE.docx --office FILE --record CODE [--each LIST] [TICKS] --output FILE.docx|.zip
python main.py fill --names --office FILE [--record CODE]
python main.py print KIND CODE --office FILE --output P.pdf|P.docx
python main.py print calendar --office FILE [--from D] --output P.pdf
python main.py print programme|review YEAR --office FILE [--to D] --output P.pdf
python main.py print actions --office FILE [--by lead|source] --output P.pdf
python main.py check --office FILE
python main.py log --office FILE [--from D] [--to D] --output L.xlsx|L.csv
python main.py backup --office FILE --output B
python main.py restore B --office FILE

Each job on an encrypted office: --passphrase-file FILE|- (else the passphrase is asked for at the terminal)
[TICKS]: report, export, print and fill leave out what is personal and the words of restricted records, unless
--personal or --restricted is on the line; search and records know --restricted. What was ticked is kept in history."""


def run(arguments: list[str], paint: Paint | None = None) -> int:
    """Run one job; give 0, or 1 where the world refuses, or 2 for wrong usage, with one sentence on stderr.

    ``paint`` turns a paper into a PDF file, for the one job that prints.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file name may hold bytes that are no letters
            stream.reconfigure(errors="backslashreplace")
    _choose_language(arguments)
    if arguments[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    try:
        job = JOBS.get(arguments[0])
        if job is None:
            raise WrongUse(
                mark("There is no job {name}; choose from: {known}."), name=arguments[0], known=", ".join(JOBS)
            )
        line = parse(arguments[1:], job.grammar, (unlocking.OPTION,))
        _choose_today(line)
        line.paint, line.job = paint, arguments[0]
        unlocking.unlock(line)
        job.do(line)
    except WrongUse as error:
        return _refuse(error, 2)
    except (JobFailed, OfficeRefused, Refused, WriteRefused) as error:
        return _refuse(error, 1)
    except engine.DatabaseError as error:
        return _refuse(say(SENTENCES[engine.cause(error)]), 1)
    except OSError as error:
        return _refuse(say(mark("{what} cannot be read or written.")).format(what=error.filename or error.strerror), 1)
    finally:
        from models.store import close_office

        close_office()
    return 0


def window_options(arguments: Sequence[str]) -> Line:
    """Read the options of the window; on wrong use say one sentence and leave with 2."""
    _choose_language(arguments)
    try:
        line = parse(arguments, Grammar((), ("office",)))
        _choose_today(line)
    except WrongUse as error:
        sys.exit(_refuse(error, 2))
    return line


def _choose_language(arguments: Sequence[str]) -> None:
    told = next((arguments[place + 1] for place, each in enumerate(arguments[:-1]) if each == "--language"), None)
    told = told or next((each[11:] for each in arguments if each.startswith("--language=")), None)
    told = told or preferences.get("language", "vi")
    speak(told if told in LANGUAGES else "vi")


def _choose_today(line: Line) -> None:
    if "today" in line.options:
        days.set_today(read_day("today", line.options["today"]))


def _refuse(words: object, code: int) -> int:
    print(" ".join(str(words).split()), file=sys.stderr)
    return code
