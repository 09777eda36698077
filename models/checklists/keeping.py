"""The templates of the open office: the shipped ones, changed ones, and those it made itself."""

from dataclasses import replace
from typing import Any

from models import store
from models.checklists.stock import STOCK
from models.checklists.template import ANCHORS, Template, read
from models.text import say

_SETTING = "checklists"
GONE = None  # kept in the place of a shipped template that the office does not want


def templates() -> list[Template]:
    """Give the templates of the open office in words, shipped ones first."""
    own = _own()
    shipped = [_in_words(each) if each.code not in own else own[each.code] for each in STOCK]
    codes = {each.code for each in STOCK}
    made = [template for code, template in own.items() if code not in codes]
    return [each for each in [*shipped, *made] if each]


def offered(page: str) -> list[Template]:
    """Give the templates for the records of a page."""
    return [each for each in templates() if each.page == page]


def keep(template: Template) -> None:
    """Keep a changed or new template in the office."""
    store.set_setting(_SETTING, store.setting(_SETTING, {}) | {template.code: template.plain()})


def forget(code: str) -> None:
    """Take a template away; a shipped one can be restored."""
    held = store.setting(_SETTING, {})
    held.pop(code, None)
    store.set_setting(_SETTING, held | ({code: GONE} if is_shipped(code) else {}))


def restore() -> None:
    """Bring back the shipped templates as they came; what the office made itself stays."""
    held = store.setting(_SETTING, {})
    store.set_setting(_SETTING, {code: told for code, told in held.items() if not is_shipped(code)})


def is_shipped(code: str) -> bool:
    """Tell whether a template came with the program."""
    return any(each.code == code for each in STOCK)


def new_code() -> str:
    """Give a code that no template has."""
    known = {each.code for each in STOCK} | set(store.setting(_SETTING, {}))
    return next(code for n in range(1, len(known) + 2) if (code := f"own_{n}") not in known)


def _own() -> dict[str, Template | None]:
    told: dict[str, Any] = store.setting(_SETTING, {})
    known = {code: each for code, each in told.items() if each is GONE or each["page"] in ANCHORS}
    return {code: None if each is GONE else read(code, each) for code, each in known.items()}


def _in_words(template: Template) -> Template:
    """Say a shipped template in the language in use: its words become those of the actions."""
    items = tuple(replace(each, words=say(each.words)) for each in template.items)
    return replace(template, title=say(template.title), items=items)
