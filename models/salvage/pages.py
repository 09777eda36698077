"""The pages of a database file that cannot be opened any more: as they lie on the disk, with the log beside it."""

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from models.vault import DataKey

SIZE = 4096  # bytes of a page: what SQLite and SQLCipher both take where nobody says otherwise
_MAGIC = b"SQLite format 3\x00"
_SALT, _SIGN, _SEAL = 16, 16, 64  # bytes: salt of the file; what encrypts a page anew each time; what proves it
_LOG_HEAD, _FRAME_HEAD = 32, 24
_MASK = 0xFFFFFFFF
_TRIED = 50  # pages whose seals are tried before the salt counts as destroyed


class Pages:
    """Reads pages by number, from 1 on; the file is never written, and read whole before anything else is done."""

    def __init__(self, path: Path, key: DataKey | None) -> None:
        """Take in the file and its log; raise ``OSError``."""
        self._held = path.read_bytes()
        log = path.with_name(path.name + "-wal")
        self._newer = _log(log.read_bytes()) if log.exists() else {}
        self._open = _Opened(key, self._raw(1)) if key and len(self._raw(1)) == SIZE else None
        self.count = max([(len(self._held) + SIZE - 1) // SIZE, *self._newer])
        self.reserved = _SIGN + _SEAL if key else 0
        if self._open and all(self.page(number) is None for number in range(1, min(self.count, _TRIED) + 1)):
            self._open.sealed = False

    @property
    def usable(self) -> int:
        """Give how many bytes of a page hold data."""
        return SIZE - self.reserved

    def _raw(self, number: int) -> bytes:
        return self._newer.get(number) or self._held[(number - 1) * SIZE : number * SIZE]

    def page(self, number: int) -> bytes | None:
        """Give what a page holds; None where it is missing, cut off, or its seal does not hold."""
        raw = self._raw(number)
        if number < 1 or len(raw) < SIZE:
            return None
        return self._open.page(number, raw) if self._open else raw


class _Opened:
    """Opens the pages of an encrypted file, as SQLCipher 4 seals them."""

    def __init__(self, key: DataKey, first: bytes) -> None:
        self._key = bytes.fromhex(key.database[2:-1])
        salt = bytes(each ^ 0x3A for each in first[:_SALT])
        self._sealing = hashlib.pbkdf2_hmac("sha512", self._key, salt, 2, 32)
        # Where the salt itself is destroyed no seal holds: then the pages must show by their build what they are.
        self.sealed = True

    def page(self, number: int, raw: bytes) -> bytes | None:
        start = _SALT if number == 1 else 0
        body, sign = raw[start : SIZE - _SIGN - _SEAL], raw[SIZE - _SIGN - _SEAL : SIZE - _SEAL]
        seal = hmac.new(self._sealing, body + sign + number.to_bytes(4, "little"), hashlib.sha512).digest()
        if self.sealed and not hmac.compare_digest(seal, raw[SIZE - _SEAL :]):
            return None
        reading = Cipher(algorithms.AES(self._key), modes.CBC(sign)).decryptor()
        return (_MAGIC if start else b"") + reading.update(body) + reading.finalize() + bytes(_SIGN + _SEAL)


def _log(told: bytes) -> dict[int, bytes]:
    """Give the pages that finished saves left in a log; what was being written when the program died is left out."""
    if len(told) < _LOG_HEAD or told[:4] not in (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"):
        return {}
    order = "big" if told[3] & 1 else "little"
    found: dict[int, bytes] = {}
    running: dict[int, bytes] = {}
    summed = _sum(told[:24], (0, 0), order)
    for place in range(_LOG_HEAD, len(told) - _FRAME_HEAD - SIZE + 1, _FRAME_HEAD + SIZE):
        head, page = told[place : place + _FRAME_HEAD], told[place + _FRAME_HEAD : place + _FRAME_HEAD + SIZE]
        summed = _sum(page, _sum(head[:8], summed, order), order)
        told_sums = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
        if head[8:16] != told[16:24] or summed != told_sums:
            break
        running[int.from_bytes(head[:4], "big")] = page
        if int.from_bytes(head[4:8], "big"):  # the last page of a save
            found |= running
            running = {}
    return found


def _sum(part: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """Go on with the running sums of a log."""
    one, two = before
    for at in range(0, len(part), 8):
        one = (one + int.from_bytes(part[at : at + 4], order) + two) & _MASK  # type: ignore[arg-type]
        two = (two + int.from_bytes(part[at + 4 : at + 8], order) + one) & _MASK  # type: ignore[arg-type]
    return one, two
