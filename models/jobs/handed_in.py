"""The job of handed-in reports: hand in, list, show and write again, compare with now."""

import json
from typing import TYPE_CHECKING, Any

from models import store
from models.jobs.leaving import opened
from models.jobs.reporting import period_of
from models.jobs.words import Line, WrongUse, one_of
from models.text import mark, say, spoken

if TYPE_CHECKING:
    from models.frozen import Difference, Figure, Frozen, Records, Touched

_SIGN = {"added": "+", "removed": "-", "corrected": "~"}


def frozen_job(line: Line) -> None:
    """Do one of the four."""
    deed = one_of(line.words[0], tuple(_DEEDS))
    if (deed == "list") == (len(line.words) > 1):
        raise WrongUse(_WANTED[deed])
    for name in ("from", "to", "note"):
        if name in line.options and deed != "hand-in":
            raise WrongUse(mark("There is no option {option} here."), option=f"--{name}")
    _DEEDS[deed](line)


_NUMBER = mark("The number of the handed-in report is missing; “frozen list” names them.")
_WANTED = {
    "hand-in": mark("The name of the report is missing."),
    "list": mark("“frozen list” takes no number."),
    "show": _NUMBER,
    "compare": _NUMBER,
}


def _hand_in(line: Line) -> None:
    from models import frozen
    from models.jobs.reports import check_name

    for name in ("from", "to"):
        if name not in line.options:
            raise WrongUse(mark("--{name} is missing."), name=name)
    if "json" in line.flags:
        raise WrongUse(mark("There is no option {option} here."), option="--json")
    name = line.words[1]
    check_name(name, line.path("office"))
    period = period_of(line)
    with store.session(line.path("office")):
        made = frozen.hand_in(name, period, line.language or spoken(), line.options.get("note"))
        _write(line, made)
    print(say(mark("Handed in as number {number}: {title}")).format(number=made.id, title=made.title))


def _list(line: Line) -> None:
    from models import frozen

    if "output" in line.options:
        raise WrongUse(mark("There is no option {option} here."), option="--output")
    with opened(line):
        found = frozen.reports()
    if "json" in line.flags:
        print(json.dumps([vars(each) for each in found], ensure_ascii=False, indent=1))
        return
    for each in found:
        told = (
            each.id,
            each.at,
            each.who,
            each.name,
            each.first,
            each.last,
            each.language,
            each.title,
            each.note or "",
        )
        print("\t".join(" ".join(str(part).split()) for part in told))


def _number(line: Line) -> int:
    told = line.words[1]
    if not (told.isascii() and told.isdecimal() and len(told) < 10):
        raise WrongUse(mark("{told} is no number of a handed-in report; “frozen list” names them."), told=told)
    return int(told)


def _show(line: Line) -> None:
    from models import frozen

    number = _number(line)
    with opened(line):
        which = frozen.report(number)
        content = frozen.contents(which)
        if "output" in line.options:
            _write(line, which)
            return
    if "json" in line.flags:
        names = [[f"{kind}:{n}", *told] for (kind, n), told in sorted(content.names.items())]
        figures = [_plain(each) | {"ids": _ids(each.behind)} for each in content.figures]
        print(json.dumps(vars(which) | {"figures": figures, "records": names}, ensure_ascii=False, indent=1))
        return
    for figure in content.figures:
        told = (figure.code, figure.label, *_ends(figure), figure.qualifier, figure.source)
        print("\t".join(str(part) for part in told))


def _write(line: Line, which: "Frozen") -> None:
    from models import frozen

    if "output" in line.options:
        frozen.write_again(which, line.output())
        print(say(mark("Written: {path}")).format(path=line.path("output")))


def _ends(figure: "Figure") -> tuple[str]:
    return ("–".join(str(each) for each in (figure.value, figure.most) if each is not None),)


def _ids(behind: "Records") -> list[str]:
    return [f"{kind}:{number}" for kind, numbers in sorted(behind.items()) for number in sorted(numbers)]


def _plain(figure: "Figure | None") -> dict[str, Any]:
    names = ("code", "label", "value", "most", "qualifier", "source")
    return {name: getattr(figure, name) for name in names} if figure else {}


def _compare(line: Line) -> None:
    from models import frozen
    from models.frozen.sheet import write_comparison
    from models.frozen.words import HOW, counts, kind_of, reason, why

    number = _number(line)
    with opened(line):
        told = frozen.compare(frozen.report(number))
        if "output" in line.options:
            write_comparison(told, line.output())
            print(say(mark("Written: {path}")).format(path=line.path("output")))
            return
    if "json" in line.flags:
        found = {
            "report": vars(told.frozen),
            "figures": [_difference(each) for each in told.changed()],
            "records": [_touched(each) for each in told.records],
        }
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for each in told.changed():
        sides = ("".join(_ends(side)) if side else "0" for side in (each.then, each.now))
        print("\t".join((each.code, each.label, *sides, f"{each.difference:+}", reason(each))).rstrip("\t"))
    for record in told.records:
        what = (f"{record.kind}:{record.id}", kind_of(record), record.code, record.name, say(HOW[record.how]))
        print("\t".join((_SIGN[record.how], *what, "; ".join(why(record).splitlines()))))
    print(counts(told))


def _difference(each: "Difference") -> dict[str, Any]:
    from models.frozen.words import HOW, reason

    ids = {how: [f"{one.kind}:{one.id}" for one in each.records if one.how == how] for how in HOW}
    return {
        "code": each.code,
        "label": each.label,
        "then": each.then.value if each.then else None,
        "now": each.now.value if each.now else None,
        "difference": each.difference,
        "reason": reason(each),
    } | ids


def _touched(record: "Touched") -> dict[str, Any]:
    return {
        "ref": f"{record.kind}:{record.id}",
        "code": record.code,
        "name": record.name,
        "how": record.how,
        "in_bin": record.gone,
        "fields": [{"label": each.label, "old": each.old, "new": each.new} for each in record.fields],
        "events": [vars(each) for each in record.events],
    }


_DEEDS = {"hand-in": _hand_in, "list": _list, "show": _show, "compare": _compare}
