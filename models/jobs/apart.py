"""Write a workbook beside the window: one JSON line on stdin asks for it, one on stdout tells how it ended.

When stdin closes, the person gave up or the window is gone: the writing stops and leaves nothing behind.
"""

import _thread
import json
import os
import signal
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

from models import days, engine, store
from models.errors import SENTENCES, OfficeRefused
from models.files import WriteRefused
from models.text import say, speak


def main() -> None:
    """Do what is asked and answer "done", "refused" with the sentence, or "cancelled"."""
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    # A shell that starts the program in the background has it ignore interruptions; ours must be heard.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_stop_when_told, daemon=True).start()
    try:
        _write(asked)
        answer = {"done": asked["path"]}
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


def _write(asked: dict[str, Any]) -> None:
    speak(asked["language"])
    days.set_today(date.fromisoformat(asked["today"]))
    with store.session(Path(asked["office"]), read_only=True):
        _WORKS[asked["work"]](asked)


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


def _annual(asked: dict[str, Any]) -> None:
    from models.excel.annual import write_annual
    from models.reports.periods import Period

    period = Period(date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"]))
    write_annual(period, Path(asked["path"]), asked["language"], with_passports=asked["with_passports"])


_WORKS = {"list": _list, "annual": _annual}

if __name__ == "__main__":
    main()
