"""What a form fills in by itself stays in sight and in the record, and gives way to what a person wrote."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from gui.forms import FormPage, reasons
from gui.pages.deeds import clone
from models import history, sequel, store
from models.actions import FollowUp
from models.kinds import PAGES
from models.sessions import Session
from models.units import Unit
from tests.models.meeting import OURS, THEIRS, mechanism, session_eleven

Show = Callable[..., QWidget]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def eleven(office: None) -> Session:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    return session_eleven(mechanism(unit))


@pytest.fixture
def form(eleven: Session, shown: Show) -> Iterator[Any]:
    made: Any = FormPage(PAGES["session"], PAGES["session"].blank())
    shown(made)
    made.body.editors["mechanism"].set_value(eleven.value("mechanism"))
    made.focus_first()
    made.consider()
    yield made
    made._pause.stop()


def held(form: Any, name: str) -> Any:
    return form.body.editors[name].value()


def test_a_mechanism_brings_the_next_number_the_name_and_the_parties(form: Any, eleven: Session) -> None:
    assert (held(form, "ordinal"), held(form, "previous")) == (12, eleven.id)
    assert held(form, "name") == "Nhóm công tác liên hợp năm tỉnh, lần thứ 12"
    assert [party.name for party in held(form, "parties")] == [*OURS, THEIRS]


def test_what_was_offered_stays_on_the_next_keystroke(form: Any) -> None:
    form.body.editors["place"].set_value("Lai Châu")
    for _ in range(2):
        sketch = form.body.sketch()
        form._following.fill(sketch)
        assert (len(sketch.parties), sketch.ordinal, sketch.name[-2:]) == (5, 12, "12")
    assert held(form, "name").endswith("lần thứ 12")
    form.do("save")
    saved = store.load("session", form.record.id)
    assert isinstance(saved, Session)
    assert (len(saved.parties), saved.ordinal, saved.name[-2:]) == (5, 12, "12")
    form.body.editors["place"].set_value("Điện Biên")
    form.do("save")
    assert len(held(form, "parties")) == 5
    assert form.errors.isHidden()


def test_a_draft_keeps_what_was_offered(form: Any) -> None:
    form.do("draft")
    saved = store.load("session", form.record.id)
    assert (saved.draft, saved.value("ordinal"), len(saved.value("parties"))) == (True, 12, 5)


def test_another_mechanism_takes_the_offer_of_the_first_back(form: Any) -> None:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    other = mechanism(unit)
    form.body.editors["mechanism"].set_value(other.id)
    form.consider()
    assert (held(form, "ordinal"), held(form, "previous"), held(form, "parties")) == (None, None, [])


def test_a_party_that_a_person_changed_is_kept_with_another_mechanism(form: Any) -> None:
    unit = store.load("unit", 1)
    assert isinstance(unit, Unit)
    form.body.editors["parties"].table.put(0, 3, "Tỉnh Cao Bằng")
    form.body.editors["mechanism"].set_value(mechanism(unit).id)
    form.consider()
    assert len(held(form, "parties")) == 5


@pytest.mark.parametrize("own", [False, True])
def test_the_name_follows_the_number_while_it_is_the_programs_own(eleven: Session, shown: Show, own: bool) -> None:
    form: Any = FormPage(PAGES["session"], sequel.next_session(eleven))
    shown(form)
    assert held(form, "name").endswith("lần thứ 12")
    assert not form.is_changed()
    if own:
        form.body.editors["name"].set_value("Phiên họp trù bị")
    form.body.editors["ordinal"].set_value(13)
    form.do("save")
    told = store.load("session", form.record.id).value("name")
    assert told == ("Phiên họp trù bị" if own else "Nhóm công tác liên hợp năm tỉnh, lần thứ 13")
    form.begin(store.load("session", form.record.id))
    form.body.editors["ordinal"].set_value(14)
    form.consider()
    assert held(form, "name").endswith("trù bị" if own else "lần thứ 14")


def test_a_fault_during_save_is_said_each_time(form: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_given: Any, **_named: Any) -> None:
        raise KeyError("x")

    monkeypatch.setattr(store, "save", break_down)
    for _ in range(2):
        with pytest.raises(KeyError):
            form.do("save")
        assert form.trouble.sentence.text().startswith("Not saved")
        form.trouble.tell("")


@pytest.fixture
def task(office: None, shown: Show) -> Any:
    action = FollowUp.blank(name="Gửi báo cáo", fields=["y_te"], lead=1, assigned_on="2026-03-01", due_on="2026-03-10")
    action.source_words = "Biên bản"
    store.save(action)
    made: Any = FormPage(PAGES["action"], store.load("action", action.id))
    shown(made)
    return made


def answer(monkeypatch: pytest.MonkeyPatch, reason: str) -> list[str]:
    """Let the dialog write a reason and press the button, or close it where there is none."""
    asked: list[str] = []

    def exec_(dialog: Any) -> Any:
        asked.append(dialog.windowTitle())
        dialog.note.set_value(reason)
        dialog.take()
        if not reason:
            assert dialog.note.complaint() == "Give the reason."
            dialog.reject()
        return dialog.result()

    monkeypatch.setattr(reasons.ReasonDialog, "exec", exec_)
    return asked


def test_a_new_time_limit_asks_for_its_reason_and_keeps_it(task: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "")
    task.body.editors["due_on"].set_value("2026-04-10")
    task.do("save")
    assert (len(asked), store.load("action", 1).value("due_on")) == (1, "2026-03-10")
    answer(monkeypatch, "Chờ phía bạn trả lời")
    task.do("save")
    assert store.load("action", 1).value("due_on") == "2026-04-10"
    assert [entry.note for entry in history.read("action", 1) if entry.note] == ["Chờ phía bạn trả lời"]


def test_other_changes_of_a_task_ask_for_nothing(task: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "x")
    task.body.editors["obstacles"].set_value("Thiếu kinh phí")
    task.do("save")
    assert asked == []


def test_a_new_task_is_given_today_unless_a_person_says_otherwise(shown: Show) -> None:
    form: Any = FormPage(PAGES["action"], PAGES["action"].blank())
    shown(form)
    assert held(form, "assigned_on") == "2026-03-18"
    assert not form.is_changed()


def test_a_copy_of_a_task_continues_nothing(office: None) -> None:
    first = FollowUp.blank(
        name="Gửi báo cáo", fields=["y_te"], lead=1, assigned_on="2026-03-01", source_words="Biên bản"
    )
    store.save(first)
    second = FollowUp.blank(name="Gửi tiếp", fields=["y_te"], lead=1, assigned_on="2026-03-01", source_words="Biên bản")
    second.earlier = first.id
    store.save(second)
    copied = clone(store.load("action", second.id))
    assert (copied.value("name"), copied.value("earlier")) == ("Gửi tiếp", None)
