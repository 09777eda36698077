"""The statutory annexes, each described once: which records, in which columns, with which figures."""

from models.reports.annexes import casework, people, support
from models.reports.annexes.annex import Annex

ANNEXES: tuple[Annex, ...] = (
    *(people.INBOUND, people.OUTBOUND, casework.AGREEMENTS, casework.IMPLEMENTATION, casework.TWINNING),
    *(casework.SESSIONS, casework.ACTIONS, people.CONFERENCES, people.EXCHANGES, people.TRAINING),
    *(support.NGOS, support.AID, support.GATES, support.INCIDENTS, casework.PROGRAMME),
)

__all__ = ["ANNEXES", "Annex"]
