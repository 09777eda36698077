"""A program that does a day's work with the words in an office, holds a file open, and goes on until it is killed."""

import sys
from pathlib import Path

from models import backup, frozen, store, vault
from models.reports.periods import calendar_year
from models.units import Unit
from tests.models.vault.canaries import SECOND, WORDS, keep_draft, work
from tests.models.vault.conftest import PASSPHRASE


def main(path: Path) -> None:
    """Work, say so, and go on: the kill hits a save, a draft, a workbook half written, or a backup."""
    if vault.is_plain(path) is False:
        vault.unlock(path, PASSPHRASE)
    with store.session(path):
        file = work(path)
        store.open_copy(file)
        print("ready", flush=True)
        number = 0
        while True:
            number += 1
            store.save(Unit.blank(name=f"{WORDS['unit']} {number}", level="so", note=" ".join(WORDS.values())))
            keep_draft(f"{WORDS['draft']} {number}")
            frozen.hand_in("inbound", calendar_year(2026), "vi", f"{WORDS['handed']} {number}")
            backup.keep(path, "work", path.with_name(SECOND))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
