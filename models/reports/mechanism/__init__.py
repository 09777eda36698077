"""The report of a mechanism: by field of cooperation, what was agreed, what was done since, what is open."""

from models.reports.mechanism.account import Account, Matter, OfField, Point, account
from models.reports.mechanism.paragraphs import paragraphs
from models.reports.mechanism.tables import TITLE, content

__all__ = ["TITLE", "Account", "Matter", "OfField", "Point", "account", "content", "paragraphs"]
