"""Contents of attached files, encrypted in pieces of one megabyte: each piece, their order and their end are proved.

A stored content is a head (a sign, the id of its key, random salt) and the pieces, each sealed by AES-GCM under a key
of this one content. The nonce counts the pieces and marks the last one, so that none can be changed, moved, repeated or
left off unnoticed.
"""

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, BinaryIO

from models.vault.keys import DataKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE = 1 << 20  # bytes
_SIGN = b"BGIQFIL1"
_SALT, _TAG = 16, 16
HEAD = len(_SIGN) + 8 + _SALT


class Altered(Exception):
    """A content is not what was sealed, or was sealed with another key."""


def sealed_size(size: int) -> int:
    """Give how many bytes a content of ``size`` bytes takes on the disk."""
    return HEAD + size + _TAG * max(1, -(-size // PIECE))


def key_id(head: bytes) -> str:
    """Name the key with which a content was sealed; "" for one that is not sealed."""
    return head[len(_SIGN) : len(_SIGN) + 8].hex() if head.startswith(_SIGN) and len(head) >= HEAD else ""


def _cipher(key: DataKey, head: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hmac.new(key.contents, head, hashlib.sha256).digest())


def _nonce(place: int, last: bool) -> bytes:
    return place.to_bytes(11, "big") + bytes([last])


class Sealing:
    """Writes a content sealed; ``finish`` must be called after the last byte."""

    def __init__(self, out: BinaryIO, key: DataKey) -> None:
        """Write the head."""
        self._out, self._head = out, _SIGN + bytes.fromhex(key.id) + secrets.token_bytes(_SALT)
        self._cipher = _cipher(key, self._head)
        self._waiting, self._place = bytearray(), 0
        out.write(self._head)

    def write(self, block: bytes) -> int:
        """Take more of the content."""
        self._waiting += block
        while len(self._waiting) > PIECE:  # the last piece waits for ``finish``
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(block)

    def finish(self) -> None:
        """Write the last piece."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, last: bool) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._place, last), piece, None))
        self._place += 1


class Unsealing:
    """Reads a sealed content."""

    def __init__(self, source: BinaryIO, key: DataKey) -> None:
        """Read the head; raise ``Altered`` where it names another key or none."""
        head = source.read(HEAD)
        if key_id(head) != key.id:
            raise Altered
        self._source, self._cipher, self._place = source, _cipher(key, head), 0
        self._next = source.read(PIECE + _TAG)
        self._over = False

    def read(self, _size: int = PIECE) -> bytes:
        """Give the next piece, empty after the last; raise ``Altered``."""
        from cryptography.exceptions import InvalidTag

        if self._over:
            return b""
        piece, self._next = self._next, self._source.read(PIECE + _TAG)
        self._over = not self._next
        try:
            opened = self._cipher.decrypt(_nonce(self._place, self._over), piece, None)
        except (InvalidTag, ValueError):
            raise Altered from None
        self._place += 1
        return opened
