"""The checklists: templates of actions that the office changes, adds, takes away and brings back."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from gui import messages
from gui.settings_page.items_table import ItemsTable
from gui.settings_page.parts import attempt, told, writable
from gui.widgets import Card, FlowLayout, button, follow_language, label, say_on
from models import checklists
from models.checklists import ANCHORS, Template
from models.fold import clean
from models.kinds import PAGES
from models.text import mark, say

_NOT_SAVED = mark("Not saved")


class ChecklistsCard(Card):
    """One template at a time; what is changed is kept when it is saved."""

    def __init__(self) -> None:
        """Show the first template."""
        super().__init__(mark("Checklists"))
        words = mark("Each template creates the actions of a record at once, with days counted from its own days.")
        self.body.addWidget(told(words))
        self.templates: list[Template] = []
        self._place, self._before = -1, Template("", next(iter(ANCHORS)), "", ())
        self.list, self.title, self.page = QComboBox(), QLineEdit(), QComboBox()
        for name in ANCHORS:
            self.page.addItem("", name)
        say_on(self.list, accessible_name=mark("Template"))
        say_on(self.title, accessible_name=mark("Title of the template"))
        say_on(self.page, accessible_name=mark("For records of"))
        self.table = ItemsTable()
        self._lay()
        self._connect()
        follow_language(self, self._speak)

    def _lay(self) -> None:
        self.add = button(mark("New template"), "plus")
        first = QHBoxLayout()
        first.addWidget(self.list, 1)
        first.addWidget(self.add)
        second = QHBoxLayout()
        second.addWidget(label(mark("Title", "template"), "small"))
        second.addWidget(self.title, 2)
        second.addWidget(label(mark("For records of"), "small"))
        second.addWidget(self.page, 1)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(self.table)
        self.row = button(mark("Add a task"), "plus")
        self.drop = button(mark("Take the task out"), "minus")
        self.save = button(mark("Save the template"), "save", "primary")
        self.forget = button(mark("Remove the template"), "trash-2")
        self.restore = button(mark("Bring back the shipped templates"), "undo-2")
        self.told = label("", "muted")
        feet = FlowLayout()
        for each in (self.row, self.drop, self.save, self.forget, self.restore, self.told):
            feet.addWidget(each)
        self.body.addLayout(feet)
        for part in (self.add, self.row, self.drop, self.save, self.forget, self.restore, self.title, self.page):
            part.setEnabled(writable())

    def _connect(self) -> None:
        self.list.currentIndexChanged.connect(lambda _place: self._turn())
        self.page.currentIndexChanged.connect(lambda _place: self.table.count_from(str(self.page.currentData())))
        self.add.clicked.connect(self._begin)
        self.row.clicked.connect(self.table.begin)
        self.drop.clicked.connect(self.table.drop)
        self.save.clicked.connect(self._save)
        self.forget.clicked.connect(self._forget)
        self.restore.clicked.connect(self._restore)

    def _speak(self) -> None:
        for place, name in enumerate(ANCHORS):
            self.page.setItemText(place, say(PAGES[name].title))
        self.table.speak()
        self.fill(self.chosen().code if self.templates else "")

    def fill(self, code: str = "") -> None:
        """List the templates again, and stand on one of them."""
        self.templates = checklists.templates()
        self.list.blockSignals(True)
        self.list.clear()
        for each in self.templates:
            self.list.addItem(_line(each))
        codes = [each.code for each in self.templates]
        self.list.setCurrentIndex(codes.index(code) if code in codes else 0)
        self.list.blockSignals(False)
        self._show()

    def chosen(self) -> Template:
        """Give the template on the screen, an empty one where there is none."""
        place = self.list.currentIndex()
        if 0 <= place < len(self.templates):
            return self.templates[place]
        return Template(checklists.new_code(), next(iter(ANCHORS)), "", ())

    def _turn(self) -> None:
        """Go to the template that was chosen, unless the person stays with the changed one."""
        if self._leave():
            self._show()
        else:
            self.list.blockSignals(True)
            self.list.setCurrentIndex(self._place)
            self.list.blockSignals(False)

    def _leave(self) -> bool:
        """Offer to save what was changed in the template on the screen; tell whether it may be left."""
        made = self._typed()
        if made == self._before or not writable():
            return True
        words = say(mark("“{title}” was changed and is not saved yet.")).format(title=self._before.title)
        buttons = {"save": say(mark("&Save")), "leave": say(mark("&Do not save")), "stay": say(mark("Go &back"))}
        answer = messages.ask(self.window(), say(mark("Save the template?")), words, buttons)
        if answer == "leave":
            self._before = made  # asked once, also where a new template is begun from here
        return self._keep(made) if answer == "save" else answer == "leave"

    def _typed(self) -> Template:
        """Give the template on the screen as it stands in the boxes."""
        return replace(
            self._before, title=clean(self.title.text()), page=str(self.page.currentData()), items=self.table.tasks()
        )

    def _show(self) -> None:
        template = self.chosen()
        self.told.setText("")
        self.title.setText(template.title)
        self.page.blockSignals(True)
        self.page.setCurrentIndex(list(ANCHORS).index(template.page))
        self.page.blockSignals(False)
        self.table.show_items(template.page, template.items)
        self.forget.setEnabled(writable() and bool(self.templates))
        self._place, self._before = self.list.currentIndex(), template
        self._before = self._typed()  # as the boxes give it back, so that only what a person changes differs

    def _begin(self) -> None:
        """Begin an empty template; it is kept once it is saved."""
        if not self._leave():
            return
        made = Template(checklists.new_code(), self.chosen().page, say(mark("New template")), ())
        self.templates.append(made)
        self.list.addItem(made.title)
        self.list.setCurrentIndex(self.list.count() - 1)
        self.title.setFocus()
        self.title.selectAll()

    def _save(self) -> None:
        made = self._typed()
        if self._keep(made):
            self.fill(made.code)
            self.told.setText(say(mark("Saved.")))

    def _keep(self, made: Template) -> bool:
        if not made.title or not made.items:
            words = say(mark("A template needs a title and at least one task. Nothing was saved."))
            messages.tell(self.window(), say(_NOT_SAVED), words, kind="warning")
            return False
        if not attempt(self, lambda: checklists.keep(made)):
            return False
        if self._place >= 0:
            self.templates[self._place] = made
            self.list.setItemText(self._place, _line(made))
        self._before = made
        return True

    def _forget(self) -> None:
        template = self.chosen()
        words = say(mark("“{title}” is offered no more. Actions made from it stay.")).format(title=template.title)
        buttons = {"remove": say(mark("&Remove the template")), "keep": say(mark("&Keep"))}
        title = say(mark("Remove the template?"))
        if messages.ask(self.window(), title, words, buttons, danger="remove") == "remove":
            attempt(self, lambda: checklists.forget(template.code))
            self.fill()

    def _restore(self) -> None:
        words = say(mark("The shipped templates become as they came: your changes to them are lost, your own stay."))
        buttons = {"restore": say(mark("&Bring back")), "leave": say(mark("&Leave them as they are"))}
        title = say(mark("Bring back the shipped templates?"))
        if messages.ask(self.window(), title, words, buttons, danger="restore") == "restore":
            attempt(self, checklists.restore)
            self.fill()


def _line(template: Template) -> str:
    return f"{template.title} – {say(PAGES[template.page].title)}"
