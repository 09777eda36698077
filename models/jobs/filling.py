"""The job that fills the office's own templates, and lists the names that they may use."""

from pathlib import Path

from models import store
from models.filling import Filled, Names, TemplateRefused, every_name, of_period, of_record
from models.jobs.leaving import opened
from models.jobs.reporting import period_of
from models.jobs.words import JobFailed, Line, WrongUse
from models.record import Record
from models.text import mark, say, spoken


def fill(line: Line) -> None:
    """Fill a template for a period or a record; with --names list what it may name."""
    with opened(line):
        names = _names(line)
        if "names" in line.flags:
            for told in every_name(names):
                print("\t".join(told))
            return
        if not line.words:
            raise WrongUse(mark("{word} is missing."), word="TEMPLATE")
        if "output" not in line.options:
            raise WrongUse(mark("--{name} is missing."), name="output")
        filled = fill_file(_template(line.words[0]), line.output(), names, line.options.get("each", ""))
    print(say(mark("Written: {path}")).format(path=filled.path))
    for note in filled.notes:
        print(note)


def fill_file(template: Path, path: Path, names: Names, each: str = "") -> Filled:
    """Fill a workbook or a document, whichever the template is; raise ``JobFailed`` where it is refused."""
    if path.exists() and template.exists() and path.samefile(template):
        raise JobFailed(mark("{path} is the template itself; nothing was written. Choose another file."), path=path)
    try:
        if template.suffix.casefold() in (".xlsx", ".xlsm", ".xls", ".xlsb", ".xltm"):
            if each:
                raise WrongUse(mark("Letters for each row need a Word template."))
            from models.excel.template import fill_workbook

            return fill_workbook(template, path, names)
        from models.word.template import fill_document

        return fill_document(template, path, names, each)
    except TemplateRefused as error:
        raise JobFailed(mark("{sentence}"), sentence=error) from error


def _template(told: str) -> Path:
    """Give the file, or a template that the program brings by its name."""
    from models.word.stock import STOCK

    stock = next((each.path for each in STOCK if told in (each.file, each.path.stem)), None)
    return stock if stock and not Path(told).exists() else Path(told)


def _names(line: Line) -> Names:
    personal = "personal" in line.flags
    if "record" in line.options:
        return of_record(_record(line.options["record"]), spoken(), with_personal=personal)
    if "names" in line.flags and "from" not in line.options:
        from models import days
        from models.reports.periods import year_to_date

        return of_period(year_to_date(days.today().year), spoken(), with_personal=personal)
    for name in ("from", "to"):
        if name not in line.options:
            raise WrongUse(mark("--from and --to, or --record, are missing."))
    return of_period(period_of(line), spoken(), with_personal=personal)


def _record(told: str) -> Record:
    """Find a record by its file code or by "kind:id"."""
    from models.kinds import KINDS

    kind, _, number = told.partition(":")
    try:
        if kind in KINDS and number.isdecimal():
            return store.load(kind, int(number))
    except LookupError:
        pass
    for each in KINDS:
        found = store.coded(each, told) if hasattr(KINDS[each], "code") else None
        if found is not None:
            return store.load(each, found)
    raise JobFailed(
        mark("There is no record {told}; give its file code, or its kind and number (delegation:12)."), told=told
    )
