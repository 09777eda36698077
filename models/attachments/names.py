"""Names of files: as they were given, and as they may be written on any computer."""

import re
from pathlib import PurePosixPath

from models.fold import clean

_MOST = 120  # letters of a name written out; with its folder it must fit into the 260 of Windows
_MOST_BYTES = 240  # of the 255 that most disks allow
_ENDING = 20  # letters: what is longer after the last dot is no ending
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_NAMELESS = "tep"
# What a computer runs, or reads as a page with programs in it, when it is opened.
_RISKY = frozenset((
    ".exe", ".bat", ".cmd", ".com", ".scr", ".pif", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh",
    ".wsc", ".sct", ".hta", ".lnk", ".url", ".msi", ".msp", ".msc", ".reg", ".inf", ".jar", ".cpl", ".dll", ".xll",
    ".chm", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".svg", ".sh", ".desktop", ".appimage", ".run", ".py", ".pyw",
    ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xlsb", ".pptm", ".potm", ".ppam", ".iso", ".img", ".vhd", ".vhdx",
    ".application", ".settingcontent-ms",
))  # fmt: skip


def kept_name(told: str) -> str:
    """Give the name under which a file is kept: as it was given, without folders and hidden signs."""
    return clean(re.split(r"[/\\]", told)[-1]) or _NAMELESS


def safe_name(told: str) -> str:
    """Give the name under which a file may be written: no folders, no reserved names, not too long."""
    name = _FORBIDDEN.sub("_", kept_name(told)).strip(" .") or _NAMELESS
    if _RESERVED.fullmatch(name.partition(".")[0].strip()):
        name = f"_{name}"
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if len(ending) > _ENDING:
        stem, ending = name, ""
    stem = stem[: _MOST - len(ending)]
    while len((stem + ending).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return (stem.rstrip(" .") or _NAMELESS) + ending


def is_risky(name: str) -> bool:
    """Tell whether opening a file of this name may run a program: asked before it is opened.

    What counts is the name under which it will be written, whose end may be another where a long one is cut.
    """
    return PurePosixPath(safe_name(name)).suffix.casefold() in _RISKY
