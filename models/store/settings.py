"""Settings that travel with the office's file, and the record of the office itself."""

import json
from typing import Any

from models import choices, deadlines, engine, working_days
from models.office import Office
from models.store.transaction import writing


def setting(name: str, default: Any = None) -> Any:
    """Give a setting of the open office."""
    found = engine.rows("SELECT value FROM setting WHERE name = ?", (name,))
    return json.loads(found[0][0]) if found else default


def set_setting(name: str, value: Any) -> None:
    """Keep a setting in the open office."""
    with writing():
        engine.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )
    take_over()


def take_over() -> None:
    """Let lists and deadlines go by what the office set."""
    choices.use_office_lists(engine.rows("SELECT list, code, vietnamese, english, hidden FROM list_item"))
    deadlines.use_office_rules(setting("deadlines", {}))
    deadlines.use_done_duties(setting("done_duties", []))
    working_days.use_office_days(setting("own_days", working_days.DECIDED))


def mark_duty(name: str, done: bool = True) -> None:
    """Keep that a duty of the office (``Duty.name``) is done, or that it is not."""
    others = [each for each in setting("done_duties", []) if each != name]
    set_setting("done_duties", [*others, name] if done else others)


def keep_item(list_name: str, code: str, vietnamese: str, english: str, hidden: bool) -> None:
    """Add, rename or hide an item of a list; a used item is never deleted."""
    with writing():
        engine.execute(
            "INSERT INTO list_item (list, code, vietnamese, english, hidden) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (list, code) DO UPDATE SET vietnamese = excluded.vietnamese, english = excluded.english, "
            "hidden = excluded.hidden",
            (list_name, code, vietnamese, english, hidden),
        )
    take_over()


def office() -> Office:
    """Give the record of the open office, new and unsaved where nothing was filled in yet."""
    from models.store.reading import load

    found = engine.rows("SELECT id FROM office WHERE removed_at IS NULL ORDER BY id LIMIT 1")
    return load("office", found[0][0]) if found else Office.blank()  # type: ignore[return-value]
