"""Jobs that keep the data: sample, check, backup, restore."""

from pathlib import Path

from models import backup as copies
from models import engine, soundness, store
from models.jobs.words import JobFailed, Line, one_of
from models.text import mark, say, say_n

LOST = {"missing": mark("missing", "file"), "altered": mark("altered", "file")}
SHOWN = 5  # files or faults named in a sentence
SEAL = 16  # letters of the last seal: enough to compare with what was written down


def sample(line: Line) -> None:
    """Make one of the sample offices in a new file."""
    from models.sample import NAMES, load

    made = load(one_of(line.words[0], NAMES), line.path("office"))
    total = sum(made.values())
    print(say_n("{n} record in {path}.", "{n} records in {path}.", total).format(n=total, path=line.path("office")))


def check(line: Line) -> None:
    """Check an office: pages, foreign keys, search index, and the number of records of each kind."""
    from models.kinds import KINDS

    with store.session(line.path("office"), read_only=True):
        faults = soundness.faults()
        if faults:
            words = mark("The office is damaged ({what}). Nothing was changed; restore the newest backup.")
            raise JobFailed(words, what="; ".join(faults[:3]))
        for kind, record in KINDS.items():
            table = record._meta.table_name
            present, removed = engine.rows(
                f'SELECT count(*) FILTER (WHERE removed_at IS NULL), count(removed_at) FROM "{table}"'
            )[0]
            print(say(mark("{kind}: {n}, removed: {removed}")).format(kind=kind, n=present, removed=removed))
        _check_history()
        _check_files()
        _check_reports()
        print(say(mark("Pages, foreign keys and search index are in order.")))


def _check_history() -> None:
    """Walk the chain of history and hold the records and the backups against it; raise ``JobFailed``."""
    proof, faults = store.prove_history()
    print(say(mark("rows of history: {n}, seal {seal}")).format(n=proof.count, seal=proof.seal[:SEAL] or "–"))
    if not faults:
        return
    told = " ".join(faults[:SHOWN])
    if len(faults) > SHOWN:
        told += " " + say_n("And {n} more.", "And {n} more.", len(faults) - SHOWN).format(n=len(faults) - SHOWN)
    words = mark("The office was altered without the program. {what} Nothing was changed now; compare with a backup.")
    raise JobFailed(words, what=told)


def _check_files() -> None:
    """Read every attached file to its end; raise ``JobFailed`` where one is missing or not what was attached."""
    present, removed, wrong = store.attaching.prove()
    print(say(mark("attached files: {n}, removed: {m}")).format(n=present, m=removed))
    if not wrong:
        return
    told = [f"“{file.name}” ({file.kind}:{file.record}, {say(LOST[what])})" for file, what in wrong[:SHOWN]]
    if len(wrong) > SHOWN:
        told.append(say_n("and {n} more", "and {n} more", len(wrong) - SHOWN).format(n=len(wrong) - SHOWN))
    words = mark(
        "Attached files are not as they were: {what}. The records are in order. Put the folder {folder} back from a "
        "copy, or attach the files again."
    )
    raise JobFailed(words, what="; ".join(told), folder=store.store_folder())


def _check_reports() -> None:
    """Read every handed-in report to its end; raise ``JobFailed`` where one is missing or not what was handed in."""
    from models import frozen

    kept, wrong = frozen.prove()
    print(say(mark("handed-in reports: {n}")).format(n=kept))
    if wrong:
        raise JobFailed("{sentences}", sentences=" ".join(wrong))


def backup(line: Line) -> None:
    """Copy an office into a new file, opened and counted before it counts."""
    target = line.path("output")
    if target.exists():
        raise JobFailed(mark("{path} exists already; a backup does not overwrite."), path=target)
    with store.session(line.path("office"), read_only=True):
        try:
            counted = copies.make(target)
        except copies.BackupFailed as error:
            raise JobFailed(str(error)) from error
    total = sum(counted.values())
    print(
        say_n("{n} row copied and checked: {path}", "{n} rows copied and checked: {path}", total).format(
            n=total, path=target
        )
    )


def restore(line: Line) -> None:
    """Put a checked backup in the place of an office; what was there is kept as a copy beside it.

    Numbers given since the backup are never given again: the counters of both are joined.
    """
    copy, path = Path(line.words[0]), line.path("office")
    store.opening.check_file(copy, create=False)
    if path.exists() and copy.resolve() == path.resolve():
        raise JobFailed(mark("The backup and the office are the same file."))
    kept = store.restore_office(copy, path)
    print(say(mark("{path} is again as in {copy}.")).format(path=path, copy=copy))
    if kept:
        print(say(mark("What was there is kept in {kept}.")).format(kept=kept))
    with store.session(path, read_only=True):
        if store.lacks_store():
            words = mark("Its attached files are not here: put the folder {folder} beside it.")
            print(say(words).format(folder=store.store_folder()))
