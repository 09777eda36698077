"""Write a workbook beside the window: one JSON line on stdin asks for it, one on stdout tells how it ended.

When stdin closes, the person gave up or the window is gone: the writing stops and leaves nothing behind.
"""

import _thread
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from models import days, discretion, engine, store, vault
from models.errors import SENTENCES, OfficeRefused
from models.files import WriteRefused
from models.jobs.words import Paint
from models.text import mark, say, speak
from models.vault import DataKey


def main(paint: Paint | None = None) -> None:
    """Do what is asked and answer "done", "refused" with the sentence, or "cancelled"; ``paint`` makes PDFs."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    # A shell that starts the program in the background has it ignore interruptions; ours must be heard.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_stop_when_told, daemon=True).start()
    try:
        notes = _write(asked | {"paint": paint})
        answer: dict[str, Any] = {"done": asked["path"]} | ({"notes": list(notes)} if notes else {})
    except KeyboardInterrupt:
        answer = {"cancelled": asked["path"]}
    except (WriteRefused, OfficeRefused) as error:
        answer = {"refused": str(error)}
    except engine.DatabaseError as error:
        answer = {"refused": say(SENTENCES[engine.cause(error)])}
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def _stop_when_told() -> None:
    os.read(0, 1)  # gives nothing until the other end closes
    _thread.interrupt_main()


def _write(asked: dict[str, Any]) -> Sequence[str] | None:
    """Do the work and give sentences about what a person should look at."""
    if asked.get("key"):  # told through the standard input alone: others can read a command line
        vault.hold(DataKey.from_hex(asked["key"]))
    speak(asked["language"])
    days.set_today(date.fromisoformat(asked["today"]))
    ticked = discretion.Ticked.of(asked)
    with store.session(Path(asked["office"]), read_only=True), discretion.leaving(ticked):
        engine.read_once()
        return _WORKS[asked["work"]](asked)


def _list(asked: dict[str, Any]) -> None:
    from models.excel.export import export_list
    from models.kinds import page_named

    page = page_named(asked["page"])
    told = dict(asked["question"])
    only = told.pop("only")
    question = store.Question(**told, only=None if only is None else tuple(only))
    export_list(
        page, question, asked["columns"], Path(asked["path"]), asked["language"], with_passports=asked["with_passports"]
    )


def _hand_in(asked: dict[str, Any]) -> None:
    """Gather a report into a file of its own; the window keeps it in the office."""
    from models.frozen import gather
    from models.reports.catalogue import Unknown
    from models.reports.periods import Period

    period = Period(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]))
    try:
        gathered = gather(asked["name"], period, asked.get("titles", asked["language"]))
    except Unknown as error:
        raise WriteRefused(str(error)) from error
    Path(asked["path"]).write_bytes(gathered)


def _frozen(asked: dict[str, Any]) -> None:
    from models.frozen import report, write_again

    write_again(report(asked["number"]), Path(asked["path"]))


def _compared(asked: dict[str, Any]) -> None:
    from models.frozen import compare, report
    from models.frozen.sheet import write_comparison

    write_comparison(compare(report(asked["number"])), Path(asked["path"]))


def _log(asked: dict[str, Any]) -> None:
    from models.excel.log import write_log

    write_log(Path(asked["path"]))


def _fill(asked: dict[str, Any]) -> Sequence[str]:
    """Fill a template of the office's own for a record or a period."""
    from models.filling import of_period, of_record
    from models.jobs.filling import fill_file
    from models.jobs.words import JobFailed, WrongUse
    from models.reports.periods import Period

    language, personal = asked["values"], asked["with_passports"]
    if asked["record"]:
        names = of_record(store.load(*asked["record"]), language, with_personal=personal)
    else:
        period = Period(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]))
        names = of_period(period, language, with_personal=personal)
    try:
        return fill_file(Path(asked["template"]), Path(asked["path"]), names, asked["each"]).notes
    except (JobFailed, WrongUse) as error:
        raise WriteRefused(str(error)) from error
    except LookupError as error:
        raise WriteRefused(say(mark("This record is no longer there. Nothing was written."))) from error


def _report(asked: dict[str, Any]) -> Sequence[str]:
    """Write any report by its name, in the form asked for or named by its ending; "titles" may be in both languages."""
    from models.jobs.forms import form_of, write, write_mechanism
    from models.reports.catalogue import Unknown, made
    from models.reports.names import MECHANISM
    from models.reports.periods import Period

    path, titles, paint = Path(asked["path"]), asked.get("titles", asked["language"]), asked["paint"]
    form = form_of(path, asked.get("form"))
    if asked["name"] == MECHANISM:
        return write_mechanism((asked["mechanism"], asked["since"]), titles, path, form, paint)
    period = Period(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]))
    try:
        report = made(asked["name"], period, titles)
    except Unknown as error:
        raise WriteRefused(str(error)) from error
    return write(report, path, form, paint)


_WORKS: dict[str, Callable[[dict[str, Any]], Sequence[str] | None]] = {
    "list": _list,
    "report": _report,
    "hand_in": _hand_in,
    "frozen": _frozen,
    "compared": _compared,
    "fill": _fill,
    "log": _log,
}

if __name__ == "__main__":
    main()
