"""Fields whose values live in tables of their own: links to several records, rows of details."""

from collections.abc import Callable, Sequence
from typing import Any

from models.described import Described


class Attached(Described):
    """A value that lives in tables of its own: links to several records, or rows of details."""

    stored = False

    def __init__(
        self,
        kind: Any,
        label: str,
        *,
        help: str = "",
        width: int = 24,
        required: bool = False,
        listed: bool = False,
        searched: bool = False,
        aliases: Sequence[str] = (),
    ) -> None:
        self.kind = kind
        self.describe(label, help, width, required, listed, searched, aliases, ())

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, record: Any, owner: type | None = None) -> Any:
        return self if record is None else record.__dict__.setdefault(f"_{self.name}", [])

    def __set__(self, record: Any, value: list[Any]) -> None:
        record.__dict__[f"_{self.name}"] = list(value or ())


class Links(Attached):
    """Several records of one kind (or, with no kind, of any); the value is a list of ``kind:id`` references."""

    def text(self, value: Any, language: str | None = None) -> str:
        """Show the names, where they were fetched."""
        return value if isinstance(value, str) else "; ".join(value or [])


class Rows(Attached):
    """Detail rows that belong to the record alone, such as the members of a delegation."""

    def text(self, value: Any, language: str | None = None) -> str:
        """Show the headings of the rows."""
        return "; ".join(row.heading for row in value or [])


class Told(Attached):
    """Words that are worked out whenever records are listed, for all of them at once; ``kind`` is what tells them."""

    kind: Callable[[Sequence[int]], dict[int, str]]
    computed = True
