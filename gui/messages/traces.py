"""Where a fault happened, for whoever repairs the program: never what a person typed, nor where their folders lie."""

import platform
import sysconfig
import traceback
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
_OURS = str(HOUSE)
_LIBRARIES = sysconfig.get_path("purelib")
# Their sentences speak of names in the program; those of any other fault may hold a value that somebody entered.
_SAFE = (AttributeError, ImportError, NameError, RecursionError, MemoryError, NotImplementedError)


def trace_of(fault: BaseException) -> str:
    """Give the steps that led to a fault and to those behind it, with the version of the system."""
    lines = [f"{platform.system()} {platform.release()}, Python {platform.python_version()}"]
    for step in reversed(_chain(fault)):
        lines += ["", *_steps(step), f"{type(step).__name__}{_sentence(step)}"]
    return "\n".join(lines)


def _chain(fault: BaseException) -> list[BaseException]:
    """Give a fault and those behind it, the newest first; a circle is walked once."""
    found: list[BaseException] = []
    step: BaseException | None = fault
    while step is not None and step not in found:
        found.append(step)
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return found


def _steps(fault: BaseException) -> list[str]:
    return [
        f"  {_place(each.filename)}:{each.lineno} {each.name}" for each in traceback.extract_tb(fault.__traceback__)
    ]


def _place(file: str) -> str:
    """Give the name of a source file as everybody has it: below the program, or below its libraries."""
    for folder in (_LIBRARIES, _OURS):
        if file.startswith(folder):
            return Path(file).relative_to(folder).as_posix()
    return Path(file).name


def _sentence(fault: BaseException) -> str:
    from models import engine

    if isinstance(fault, _SAFE):
        return f": {fault}"
    if isinstance(fault, OSError):
        return f": {fault.strerror or fault.errno}"
    if isinstance(fault, engine.DatabaseError):
        return f": {engine.cause(fault)}"
    return ""
