"""Saying a question in words, as it stands above a printed list and below a workbook."""

from models import choices, deadlines
from models.kinds import Page
from models.store.finding import Question, states_of
from models.text import mark, say


def in_words(page: Page, question: Question, language: str | None = None) -> list[str]:
    """Say which records a question asks for; nothing where it asks for all."""
    told: list[str] = []
    if question.concern:
        told.append(say(next(each.title for each in deadlines.CONCERNS if each.name == question.concern), language))
    if question.words.strip():
        told.append(say(mark("words “{words}”"), language).format(words=question.words.strip()))
    if question.year:
        told.append(say(mark("year {year}"), language).format(year=question.year))
    if question.countries:
        told.append(countries_told(question, language))
    if question.state and page.numbered:
        told.append(choices.label(states_of(page), question.state, language))
    if question.drafts is not None:
        told.append(say(mark("drafts only") if question.drafts else mark("without drafts"), language))
    if question.removed:
        told.append(say(mark("removed records"), language))
    if question.only is not None:
        told.append(question.title or say(mark("selected records"), language))
    return told


def countries_told(question: Question, language: str | None = None) -> str:
    """Name the countries of a question."""
    return ", ".join(choices.item_label(choices.COUNTRY, code, language) for code in question.countries)
