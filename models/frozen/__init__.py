"""Reports that were handed in: frozen with their records and their file, shown again, compared with now."""

from models.frozen.comparing import Comparison, Difference, Touched, compare
from models.frozen.content import Content, Figure, Records
from models.frozen.gathering import gather
from models.frozen.keeping import (
    Altered,
    Frozen,
    contents,
    hand_in,
    keep,
    prove,
    report,
    reports,
    write_again,
)

__all__ = [
    "Altered",
    "Comparison",
    "Content",
    "Difference",
    "Figure",
    "Frozen",
    "Records",
    "Touched",
    "compare",
    "contents",
    "gather",
    "hand_in",
    "keep",
    "prove",
    "report",
    "reports",
    "write_again",
]
