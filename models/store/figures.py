"""Sums over the records that answer a question."""

from models import engine
from models.kinds import Page
from models.store.finding import Question, conditions


def total(page: Page, question: Question, field: str) -> int:
    """Add up a whole-number field of the records that a list would show."""
    where, values = conditions(page, question)
    asked = f'SELECT COALESCE(sum(t.{field}), 0) FROM "{page.record._meta.table_name}" t WHERE {where}'
    return int(engine.rows(asked, values)[0][0])
