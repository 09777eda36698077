"""The papers that the office prints of its records, each in the language asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from models import discretion
from models.agreements import Agreement
from models.delegations import Delegation
from models.kinds import Page
from models.paper import actions, agreement, delegation, lists, plain_sheet, programme, session
from models.paper.sheet import Paper, Paragraph, Register, Section
from models.record import Record
from models.sessions import Session
from models.store import Question
from models.text import speak, spoken


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Speak a language for one paper, then the person's own again; None changes nothing."""
    before = spoken()
    speak(language or before)
    try:
        yield
    finally:
        speak(before)


def action_list(asked: Question | Sequence[int], language: str | None = None, group_by: str = "lead") -> Register:
    """Write the list of the actions that a question gives (or of these ids), grouped by "lead" or "source"."""
    with speaking(language):
        return actions.action_register(asked, group_by)


def list_paper(page: Page, question: Question, columns: Sequence[str] = (), language: str | None = None) -> Register:
    """Write any list as a register; that of the actions is grouped by who leads, the programme by its groups."""
    with speaking(language):
        if page.record.kind == "action" and not question.removed:
            return actions.action_register(question)
        if page.record.kind == "programme" and not question.removed:
            return programme.programme_list(question)
        return lists.list_register(page, question, columns)


def paper_for(kind: str, record: Record, language: str | None = None, *, with_passports: bool = False) -> Paper:
    """Write the paper of a record; kinds without a layout of their own get a sheet of their fields.

    Raises ``OfficeRefused`` where the record is restricted and was not ticked.
    """
    discretion.allow(record)
    with speaking(language):
        told = discretion.said(discretion.Ticked(with_passports, discretion.ticked().restricted))
        made = _paper(record, with_passports)
        return replace(made, sections=(*made.sections, Section("", tuple(map(Paragraph, told))))) if told else made


def _paper(record: Record, with_passports: bool) -> Paper:
    if isinstance(record, Delegation):
        return delegation.brief(record, with_passports=with_passports)
    if isinstance(record, Agreement):
        return agreement.sheet(record)
    return session.sheet(record) if isinstance(record, Session) else plain_sheet.sheet(record)
