"""The job that writes the log of the office."""

from models import store
from models.jobs.words import JobFailed, Line
from models.text import mark, say_n


def log(line: Line) -> None:
    """Write who changed what, when, from what to what, as .xlsx or .csv; personal details are covered."""
    from models.excel.log import write_log

    path = line.output()
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise JobFailed(mark("The log is written as .xlsx or .csv; {path} is neither."), path=path)
    first, last = (line.day(name) if name in line.options else None for name in ("from", "to"))
    if first and last and last < first:
        raise JobFailed(mark("The period ends before it begins."))
    with store.session(line.path("office"), read_only=True):
        n = write_log(path, first, last)
    print(say_n("{n} line of the log in {path}.", "{n} lines of the log in {path}.", n).format(n=n, path=path))
