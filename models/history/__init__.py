"""Who changed what, when, from what: written with each save, chained row to row, read for each record."""

from models.history.book import (
    Entry,
    FieldChange,
    Told,
    everything,
    now,
    plain,
    read,
    read_steps,
    write,
    write_step,
)
from models.history.sealing import SEALED, destroy_key, holding, owners, seal

__all__ = [
    "SEALED",
    "Entry",
    "FieldChange",
    "Told",
    "destroy_key",
    "everything",
    "holding",
    "now",
    "owners",
    "plain",
    "read",
    "read_steps",
    "seal",
    "write",
    "write_step",
]
