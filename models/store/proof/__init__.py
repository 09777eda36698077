"""Proving that nobody altered the office behind the back of its history."""

from models import engine
from models.backup import copies_of
from models.errors import OfficeRefused
from models.store.proof.deeds import altered_deeds
from models.store.proof.files import altered_files
from models.store.proof.records import altered_records
from models.store.proof.rows import PUT_BACK, Proof, differs_from, prove_rows
from models.store.transaction import current

__all__ = ["PUT_BACK", "Proof", "altered_records", "differs_from", "prove_history", "prove_rows"]


def prove_history() -> tuple[Proof, list[str]]:
    """Prove the open office: its history, records, files and steps against that, and that against the backups.

    Gives what the chain of changes came to, and a sentence for each fault: the first of each chain, one a record,
    one a file, one a step, one a backup.
    """
    proof = prove_rows("change")
    faults = [each for each in (proof.fault, prove_rows("state_change").fault) if each]
    return proof, faults + altered_records() + altered_files() + altered_deeds() + _against_backups()


def _against_backups() -> list[str]:
    session = current()
    assert session is not None, "an office is open while it is proved"
    found = []
    for copy in copies_of(session.path):
        try:
            with engine.apart(copy) as ask:
                found.append(differs_from(copy.name, ask))
        except (engine.DatabaseError, OfficeRefused):
            continue  # a damaged or locked backup proves nothing; the backups themselves are checked elsewhere
    return [each for each in found if each]
