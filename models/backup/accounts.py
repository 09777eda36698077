"""What is told of a copy in a small file beside it: when and why it was made, what was counted, its sum."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from models.files import write_bytes

ENDING = ".json"


@dataclass(frozen=True)
class Account:
    """A copy as it was when it was proved; ``files`` are the names in the store of its attached files."""

    made: str
    why: str
    sha256: str
    size: int
    counts: dict[str, int]
    files: tuple[str, ...]
    lacking: int

    @property
    def moment(self) -> datetime:
        """Give when the copy was made."""
        return datetime.fromisoformat(self.made)


def place_of(copy: Path) -> Path:
    """Give where the account of a copy lies."""
    return copy.with_name(copy.name + ENDING)


def keep(copy: Path, account: Account | None) -> None:
    """Write the account of a copy, if it has one; raise ``WriteRefused``."""
    if account is None:
        return
    told = json.dumps(asdict(account), ensure_ascii=False).encode()
    write_bytes(place_of(copy), told)


def forget(copy: Path) -> None:
    """Take the account of a copy away."""
    place_of(copy).unlink(missing_ok=True)


def account_of(copy: Path) -> Account | None:
    """Read the account of a copy; None where it has none that can be read (an older program made it)."""
    try:
        told = json.loads(place_of(copy).read_text(encoding="utf-8"))
        account = Account(**{**told, "files": tuple(told["files"])})
        datetime.fromisoformat(account.made)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return account


def made_at(copy: Path) -> datetime:
    """Tell when a copy was made: by its account, for its file may have been moved or encrypted since."""
    account = account_of(copy)
    return account.moment if account else datetime.fromtimestamp(copy.stat().st_mtime)


def newest(folder: Path) -> tuple[Path, Account] | None:
    """Give the newest copy in a folder that was proved and still has its size.

    One that was made while the clock was ahead counts only where there is no other.
    """
    found = [(copy, account) for copy in folder.glob("*.db") if (account := account_of(copy))]
    whole = [each for each in found if _size(each[0]) == each[1].size]
    now = datetime.now()
    return max(whole, key=lambda each: (each[1].moment <= now, each[1].made), default=None)


def _size(copy: Path) -> int | None:
    try:
        return copy.stat().st_size
    except OSError:
        return None  # just thinned


def sum_of(file: Path) -> str:
    """Give the sum by which a file is known."""
    with file.open("rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()
