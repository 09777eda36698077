"""Leaving a form: what becomes of changes that are not saved."""

from typing import TYPE_CHECKING

from gui import messages
from models.text import mark, say

if TYPE_CHECKING:
    from gui.forms.page import FormPage

KEPT = mark("Closed without saving, what was typed is kept for thirty days: Edit > Forms that were not saved.")


def may_leave(form: "FormPage") -> bool:
    """Tell whether a form may be closed: at once where nothing changed, else as the person answers."""
    if not form.is_changed():
        return True
    buttons = {
        "save": say(mark("Save")),
        "draft": say(mark("Save as draft")),
        "discard": say(mark("Close without saving")),
        "stay": say(mark("Go on typing")),
    }
    for what in ("save", "draft"):
        if form.header.buttons[what].isHidden() or not form.header.buttons[what].isEnabled():
            del buttons[what]
    text = say(mark("“{name}” has changes that are not saved.")).format(name=form.title()) + "\n\n" + say(KEPT)
    answer = messages.ask(form, say(mark("Unsaved form")), text, buttons, danger="discard")
    return form.save(draft=answer == "draft") if answer in ("save", "draft") else answer == "discard"
