"""Row 81: whatever is typed into a search or a list asks, and never commands."""

import random

from models import engine, search, store
from models.delegations import Delegation
from models.kinds import PAGES

PIECES = (
    *('"', "'", "*", "^", "(", ")", ":", "-", "+", "%", "_", "\\", ";", "--", "/*", "\x00", "\ud800", "\n", "{", "}"),
    *("AND", "OR", "NOT", "NEAR", "hi :", "lo:", "search_index", "MATCH", "' OR 1=1 --", "); DROP TABLE partner; --"),
    *("đoàn", "phong", "ລາວ", "云南", " ", "  ", "a" * 300, "?", "$1", ":name", "\u202e", "NULL", "rank", "bm25("),
)  # fmt: skip


def test_row_81_5000_strings_of_search_syntax_find_something_or_nothing(visit: Delegation) -> None:
    store.save(visit)
    before = engine.rows("SELECT count(*) FROM partner")
    chance = random.Random(81)
    for number in range(5_000):
        words = "".join(chance.choices(PIECES, k=chance.randrange(1, 7)))
        search.find(words)
        if number % 5 == 0:
            code = words.replace("\ud800", "")  # codes come from lists, which hold no half signs
            store.count(PAGES["inbound"], store.Question(words=words, country=code, state=code))
    assert engine.rows("SELECT count(*) FROM partner") == before
    assert search.find("khamphoy")


def test_row_81_a_name_to_sort_by_is_looked_up_and_never_pasted_in(visit: Delegation) -> None:
    store.save(visit)
    for sort in ("-starts; DROP TABLE partner", "name) --", "''", "-", "1", "random()", "-nothing"):
        try:
            store.find(PAGES["inbound"], store.Question(sort=sort))
        except (LookupError, ValueError):
            continue  # a program that asks for what is not there
    assert engine.rows("SELECT count(*) FROM partner")[0][0] == 1
