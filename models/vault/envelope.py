"""The key file beside an office: its data key, wrapped once by the passphrase and once by the recovery code.

Nothing in it is secret without one of the two. While an office is being encrypted, decrypted or given a new key, the
file holds both sides, before and after (``Passing``), so that whichever of them the database is on can be opened.
"""

import base64
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from models import files
from models.errors import OfficeRefused
from models.text import mark
from models.vault.codes import read_code
from models.vault.keys import DataKey

FORMAT, VERSION = "bang-giao-keys", 1
PASSPHRASE, CODE = "passphrase", "code"
_DEAREST = 1 << 24
COST = 1 << 16  # of scrypt: 64 MB and some tenths of a second for each guess


_seen: "dict[Path, Envelope | Passing]" = {}  # the key files that were read, by office


class KeysRefused(OfficeRefused):
    """The key file is missing, damaged, newer or of another office; the sentence says which and what to do."""


class WrongSecret(OfficeRefused):
    """The passphrase or the recovery code does not open the office."""


_MISSING = mark(
    "{path} is encrypted, but its key file {keys} is not beside it. Put the key file back; every backup of the "
    "office has one beside it. Nothing was changed."
)
_DAMAGED = mark(
    "The key file {keys} is damaged. Nothing was changed. Put the key file of the newest backup in its place; it lies "
    "beside the backup."
)
_NEWER = mark("The key file {keys} was written by a newer version of the program. Update the program.")
WRONG = {
    PASSPHRASE: mark("The passphrase is wrong. The data is untouched."),
    CODE: mark("This recovery code does not open this office. The data is untouched."),
}


@dataclass(frozen=True)
class Way:
    """The data key, wrapped by a secret that a person knows or keeps on paper."""

    n: int
    r: int
    p: int
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True)
class Envelope:
    """A data key with its ways in; ``office`` names the lock for as long as the office is encrypted."""

    office: str
    key: str
    ways: dict[str, Way]

    @classmethod
    def seal(cls, key: DataKey, passphrase: str, code: str, office: str = "") -> "Envelope":
        """Wrap a key by a passphrase and a recovery code."""
        made = cls(office or secrets.token_hex(8), key.id, {})
        return made.with_way(PASSPHRASE, passphrase, key).with_way(CODE, code, key)

    def with_way(self, way: str, secret: str, key: DataKey) -> "Envelope":
        """Give the same with another passphrase or code; the database is not touched by this."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        made = Way(COST, 8, 1, _text(secrets.token_bytes(16)), _text(secrets.token_bytes(12)), "")
        sealed = AESGCM(_stretched(way, secret, made)).encrypt(_bytes(made.nonce), key.raw(), self._about(way, made))
        return replace(self, ways=self.ways | {way: replace(made, wrapped=_text(sealed))})

    def open(self, way: str, secret: str) -> DataKey:
        """Unwrap the key; raise ``WrongSecret``, or ``Mistyped`` for a code that cannot be one."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        kept = self.ways[way]
        try:
            cipher = AESGCM(_stretched(way, secret, kept))
            return DataKey(cipher.decrypt(_bytes(kept.nonce), _bytes(kept.wrapped), self._about(way, kept)))
        except InvalidTag:
            raise WrongSecret(WRONG[way]) from None

    def _about(self, way: str, kept: Way) -> bytes:
        """Bind a wrapped key to its office, its way and its cost, so that none can be exchanged for another."""
        return json.dumps([FORMAT, VERSION, self.office, self.key, way, kept.n, kept.r, kept.p]).encode()


@dataclass(frozen=True)
class Passing:
    """What an office goes over from and to; ``None`` is the side without a lock."""

    before: Envelope | None
    after: Envelope | None

    def sides(self) -> list[Envelope]:
        """Give the locks of which one holds now."""
        return [each for each in (self.before, self.after) if each is not None]


def _stretched(way: str, secret: str, cost: Way) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same letters may be typed composed or with their marks apart.
    told = read_code(secret) if way == CODE else unicodedata.normalize("NFKC", secret)
    return Scrypt(salt=_bytes(cost.salt), length=32, n=cost.n, r=cost.r, p=cost.p).derive(told.encode())


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def envelope_of(office: Path) -> Path:
    """Give the key file of an office or of a backup: it lies beside it."""
    return office.with_name(office.name + ".keys")


def read(office: Path) -> Envelope | Passing | None:
    """Read the key file of an office, None where there is none; raise ``KeysRefused`` for a damaged one."""
    place = envelope_of(office)
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        if told["format"] != FORMAT or told["sum"] != _sum(told):
            raise ValueError("not a key file")
        if told["version"] > VERSION:
            raise KeysRefused(_NEWER, keys=place)
        if "now" in told:
            return _envelope(told["now"])
        return Passing(*(None if told[side] is None else _envelope(told[side]) for side in ("before", "after")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysRefused(_DAMAGED, keys=place) from error


def sides(office: Path) -> list[Envelope]:
    """Give the locks of an encrypted file: one, or two while it goes over; raise ``KeysRefused``."""
    found = read(office)
    if found is not None:
        _seen[office] = found
    if found is None:
        raise KeysRefused(_MISSING, path=office, keys=envelope_of(office))
    return found.sides() if isinstance(found, Passing) else [found]


def write(office: Path, kept: Envelope | Passing | None) -> None:
    """Write the key file whole or not at all, or take it away; raise ``models.files.WriteRefused``."""
    place = envelope_of(office)
    _seen.pop(office, None)
    if kept is None:
        place.unlink(missing_ok=True)
        files.keep_names(place.parent)
        return
    body = {"now": asdict(kept)} if isinstance(kept, Envelope) else asdict(kept)
    told: dict[str, Any] = {"format": FORMAT, "version": VERSION, **body}
    text = json.dumps(told | {"sum": _sum(told)}, indent=1).encode()
    files.write_bytes(place, text)
    _seen[office] = kept


def _envelope(told: dict[str, Any]) -> Envelope:
    ways = {way: Way(**each) for way, each in told["ways"].items()}
    if set(ways) != {PASSPHRASE, CODE} or any(way.n * way.r * way.p > _DEAREST for way in ways.values()):
        raise ValueError("a way is missing, or costs more memory than any of ours")
    return Envelope(str(told["office"]), str(told["key"]), ways)


def _sum(told: dict[str, Any]) -> str:
    """Give the checksum that tells a damaged key file from a wrong passphrase."""
    body = {name: value for name, value in told.items() if name != "sum"}
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def send_along(office: Path, copy: Path) -> None:
    """Lay the key file of an office beside a copy of it, so that the copy can be opened by itself.

    Where somebody took the key file away or spoilt it while the office was open, it is put back.
    """
    known = _seen.get(office)
    try:
        found = read(office)
    except KeysRefused:
        if known is None:
            raise
        found = None
    if found is None and known is not None:
        found = known
        write(office, known)
    if found is not None:
        write(copy, found)


def set_aside(office: Path, kept: Path) -> None:
    """Lay the key file, readable or not, beside a file that was the office until now; it stays where it is too."""
    place = envelope_of(office)
    if place.exists():
        files.write_bytes(envelope_of(kept), place.read_bytes())


def take_along(copy: Path, office: Path) -> None:
    """Make the key file of a copy that of an office, where the copy brings its lock with it."""
    write(office, read(copy))


def renew(office: Path, copies: Iterable[Path]) -> None:
    """Let copies under the key that an office has now open with its passphrase and code of now, as far as possible."""
    now = read(office)
    if not isinstance(now, Envelope):
        return
    for copy in copies:
        with suppress(KeysRefused, files.WriteRefused):
            found = read(copy)
            if isinstance(found, Envelope) and found != now and found.key == now.key:
                write(copy, now)


def remove_with(copy: Path) -> None:
    """Delete a copy with its key file."""
    copy.unlink(missing_ok=True)
    with suppress(OSError):
        envelope_of(copy).unlink(missing_ok=True)
