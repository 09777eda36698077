"""The lists that the office chooses from; most may be extended in Settings."""

from models.lists import cooperation, files

STOCK: dict[str, dict[str, str]] = files.STOCK | cooperation.STOCK
