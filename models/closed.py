"""What is done to files of offices that are not open: written anew under another key, told a few things."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from models import engine
from models.vault import DataKey


def export(source: Path, old: DataKey | None, target: Path, new: DataKey | None) -> None:
    """Write a whole copy of a file into a new one under another key; None is no lock.

    The settings of the file come along too; that the rest does, ``fingerprint`` proves.
    """
    with engine.making(source, old) as read:
        read.execute_sql("ATTACH DATABASE ? AS turned KEY ?", (str(target), engine.raw(new)))
        read.execute_sql("SELECT sqlcipher_export('turned')").fetchall()
        for name in ("application_id", "user_version"):
            read.execute_sql(f"PRAGMA turned.{name} = {int(read.pragma(name))}")


def amend(path: Path, key: DataKey | None, statements: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
    """Run statements in a closed file as one transaction that is on the disk afterwards."""
    with engine.making(path, key) as other, other.atomic():
        for sql, values in statements:
            other.execute_sql(sql, values)
