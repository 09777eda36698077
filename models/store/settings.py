"""Settings that travel with the office's file, and the record of the office itself."""

import json
from typing import Any

from models import choices, deadlines, engine, working_days
from models.fold import clean
from models.office import Office
from models.store import entries, wording
from models.store.transaction import writing
from models.store.wording import Said
from models.text import mark


def setting(name: str, default: Any = None) -> Any:
    """Give a setting of the open office."""
    found = engine.rows("SELECT value FROM setting WHERE name = ?", (name,))
    return json.loads(found[0][0]) if found else default


# Settings that are a person's own doing, by what they are called; they can be taken back.
_TOLD = {
    "deadlines": mark("the deadlines", "setting"),
    "own_days": mark("the working days", "setting"),
    "done_duties": mark("the duties that are done", "setting"),
    "checklists": mark("the templates of actions", "setting"),
    "report_presets": mark("the reports that the office put together", "setting"),
    "purge_months": mark("the rule by which personal details are purged", "setting"),
}


def set_setting(name: str, value: Any) -> None:
    """Keep a setting in the open office."""
    if name in _TOLD:
        entries.put("setting", name, value)
        return
    with writing():
        write_setting(name, value)


def write_setting(name: str, value: Any) -> None:
    """Write a setting inside the running transaction; None takes it away."""
    if value is None:
        engine.execute("DELETE FROM setting WHERE name = ?", (name,))
        return
    engine.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value, ensure_ascii=False)),
    )


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
    entries.put("list_item", f"{list_name}/{code}", [clean(vietnamese), clean(english), hidden])


def _item(name: str) -> list[Any] | None:
    asked = "SELECT vietnamese, english, hidden FROM list_item WHERE list = ? AND code = ?"
    found = engine.rows(asked, tuple(name.split("/", 1)))
    return [found[0][0], found[0][1], bool(found[0][2])] if found else None


def _write_item(name: str, value: list[Any] | None) -> None:
    list_name, code = name.split("/", 1)
    if value is not None:
        engine.execute(
            "INSERT INTO list_item (list, code, vietnamese, english, hidden) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (list, code) DO UPDATE SET vietnamese = excluded.vietnamese, english = excluded.english, "
            "hidden = excluded.hidden",
            (list_name, code, *value),
        )
    elif code in choices.shipped(list_name):
        engine.execute("DELETE FROM list_item WHERE list = ? AND code = ?", (list_name, code))
    else:  # records may have it since: it keeps its words and is offered no more
        engine.execute("UPDATE list_item SET hidden = 1 WHERE list = ? AND code = ?", (list_name, code))


def _sound(name: str) -> Any:
    """Give a setting, or None for one that cannot be read: whoever keeps it lays that aside."""
    try:
        return setting(name)
    except ValueError:
        return None


def _words(name: str) -> Said:
    return [mark("Changed {setting}"), {"setting": wording.word(_TOLD[name])}]


def _item_words(name: str) -> Said:
    return [mark("Changed an item of a list: {item}"), {"item": {"item": name.split("/", 1)}}]


entries.KEPT["setting"] = entries.Keeping(_sound, write_setting, _words, take_over)
entries.KEPT["list_item"] = entries.Keeping(_item, _write_item, _item_words, take_over)


def office() -> Office:
    """Give the record of the open office, new and unsaved where nothing was filled in yet."""
    from models.store.reading import load

    found = engine.rows("SELECT id FROM office WHERE removed_at IS NULL ORDER BY id LIMIT 1")
    return load("office", found[0][0]) if found else Office.blank()  # type: ignore[return-value]
