"""The key of an office: 256 random bits from which the keys of its database, its files and their names follow."""

import hashlib
import hmac
import secrets
from functools import cached_property

LENGTH = 32  # bytes


class DataKey:
    """A key and what follows from it; nothing of it can be read from its ``id``, which names it in the open."""

    def __init__(self, secret: bytes) -> None:
        """Keep the bits; Python cannot wipe them from memory, so they stay there until the program ends."""
        if len(secret) != LENGTH:
            raise ValueError("a data key has 256 bits")
        self._secret = secret

    @classmethod
    def random(cls) -> "DataKey":
        """Make a new one."""
        return cls(secrets.token_bytes(LENGTH))

    @classmethod
    def from_hex(cls, told: str) -> "DataKey":
        """Read a key as ``hex`` gives it; raise ``ValueError``."""
        return cls(bytes.fromhex(told))

    def hex(self) -> str:
        """Give the key itself, for a process of ours (through its standard input) or the system's own key store."""
        return self._secret.hex()

    def raw(self) -> bytes:
        """Give the key itself, to be wrapped."""
        return self._secret

    @cached_property
    def id(self) -> str:
        """Name the key in the open."""
        return self._derived(b"id")[:8].hex()

    @cached_property
    def database(self) -> str:
        """Give the raw key of the database, as SQLCipher reads it."""
        return f"x'{self._derived(b'database').hex()}'"

    @cached_property
    def contents(self) -> bytes:
        """Give the key of the contents of attached files."""
        return self._derived(b"contents")

    def name_of(self, digest: str) -> str:
        """Give the name of a content in the store, which tells nobody without the key what file it is."""
        return hmac.new(self._names, digest.encode(), "sha256").hexdigest()

    @cached_property
    def _names(self) -> bytes:
        return self._derived(b"names")

    def _derived(self, what: bytes) -> bytes:
        """Give the key for one use: the expanding step of HKDF (RFC 5869); the input is random already."""
        return hmac.new(self._secret, b"Bang Giao " + what + b"\x01", hashlib.sha256).digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"DataKey({self.id})"  # what ends in a log is never the key
