"""The bin keeps what was removed; only what somebody says is erased, whole, and nothing else with it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from models import days, engine, history, search, soundness, store
from models.actions import FollowUp
from models.delegations import Delegation
from models.errors import Closed
from models.partners import Partner
from models.store import unfinished
from models.store.unfinished import Unfinished
from models.units import Unit

TODAY = date(2026, 11, 21)


@pytest.fixture
def removed(visit: Delegation, tmp_path: Path) -> Delegation:
    """A delegation with members, links and a file, in the bin."""
    store.save(visit)
    paper = tmp_path / "công văn.pdf"
    paper.write_bytes(b"%PDF-1.4 noi dung")
    store.attach(visit, paper, "khac")
    store.remove(store.load("delegation", visit.id), "nhập trùng")
    return store.load("delegation", visit.id)  # type: ignore[return-value]


def counts() -> dict[str, int]:
    """Give the rows of every table of the office."""
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'"
    return {name: engine.rows(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in engine.rows(asked)}


def test_the_bin_tells_what_who_and_until_when(removed: Delegation, partner: Partner) -> None:
    [kept] = store.binned()
    assert (kept.kind, kept.id, kept.code, kept.name) == ("delegation", removed.id, removed.code, removed.name)
    assert kept.who == removed.removed_by
    assert kept.at == removed.removed_at
    assert kept.until == date.fromisoformat(kept.at[:10]) + timedelta(days=90)


def test_row_103_what_was_removed_comes_back_whole_after_90_days(removed: Delegation, office: Path) -> None:
    """Row 103: a wrong delete is taken back for at least 90 days, with what belongs to it."""
    store.close_office()
    with store.session(office):  # restarted
        days.set_today(date.fromisoformat(str(removed.removed_at)[:10]) + timedelta(days=90))
        assert not store.binned()[0].is_old()
        store.restore(store.load("delegation", removed.id))
        again = store.load("delegation", removed.id)
        assert [row.passport for row in again.members] == ["P1234567", None]  # type: ignore[attr-defined]
        assert again.host_units == removed.host_units  # type: ignore[attr-defined]
        assert again.value("partner") == removed.value("partner")
        [file] = store.attachments("delegation", removed.id)
        assert (file.name, file.state()) == ("công văn.pdf", "")
        assert [hit.record for hit in search.find("phong sa ly", ("delegation",))] == [removed.id]
        assert store.binned() == []


def test_what_was_being_typed_for_an_erased_record_goes_with_it(removed: Delegation) -> None:
    typed = {"members": [{"passport": "P7654321"}]}
    unfinished.keep(Unfinished("f", "inbound", "delegation", removed.id, 1, "Đoàn", typed, "", False))
    store.erase(store.binned())
    assert unfinished.unfinished() == []


def test_nothing_goes_out_of_the_bin_by_itself(removed: Delegation, office: Path) -> None:
    days.set_today(TODAY + timedelta(days=3650))
    store.close_office()
    with store.session(office):
        assert [each.is_old() for each in store.binned()] == [True]
        assert store.load("delegation", removed.id).removed_at


def test_erasing_takes_rows_links_files_and_keys_and_leaves_history(removed: Delegation) -> None:
    digest = store.attachments("delegation", removed.id)[0].digest
    before = counts()
    assert store.erase(store.binned()) == []
    after = counts()
    gone = {name: before[name] - after[name] for name in before if before[name] > after[name]}
    assert gone == {"delegation": 1, "member": 2, "link": 1, "attachment": 1, "personal_key": 1}
    assert after["change"] == before["change"] + 1
    newest = history.read("delegation", removed.id)[0]
    assert (newest.deed, newest.changes[0].old) == ("erase", removed.name)
    assert "P1234567" not in str(history.read("delegation", removed.id))
    assert not list(store.store_folder().rglob(f"{digest}*"))
    with pytest.raises(LookupError):
        store.load("delegation", removed.id)
    assert store.prove_history()[1] == []
    assert soundness.faults() == []


def test_a_file_that_another_record_has_too_stays(removed: Delegation, unit: Unit) -> None:
    file = store.attachments("delegation", removed.id)[0]
    twin = Partner.blank(name="Khác", type="chinh_quyen_tinh", country="LA")
    store.save(twin)
    store.attach(twin, b"%PDF-1.4 noi dung", "khac", name="bản sao.pdf")
    store.erase(store.binned())
    [kept] = store.attachments("partner", twin.id)
    assert (kept.digest, kept.state()) == (file.digest, "")


def test_what_others_still_name_is_held_with_their_names(removed: Delegation, unit: Unit) -> None:
    task = FollowUp.blank(name="Cảm ơn", source=[removed.reference], fields=["y_te"], lead=unit.id)
    task.assigned_on, task.due_on = "2026-03-10", "2026-12-31"
    store.save(task)
    before = counts()
    [held] = store.erase(store.binned())
    assert held.record.id == removed.id
    assert held.by == (f"{task.code} Cảm ơn",)
    assert counts() == before
    store.remove(task)
    [held] = store.erase([each for each in store.binned() if each.kind == "delegation"])  # also what lies in the bin
    assert held.by == (f"{task.code} Cảm ơn",)
    assert store.erase(store.binned()) == []  # both together
    assert store.binned() == []
    assert soundness.faults() == []


def test_bodies_that_name_each_other_go_together(office: Path) -> None:
    first = Partner.blank(name="Cũ", type="chinh_quyen_tinh", country="LA")
    store.save(first)
    second = Partner.blank(name="Mới", type="chinh_quyen_tinh", country="LA", parent=first.id)
    store.save(second)
    for each in (second, first):
        store.remove(store.load("partner", each.id))
    older = [each for each in store.binned() if each.id == first.id]
    assert [held.by for held in store.erase(older)] == [("Mới",)]
    assert store.erase(store.binned()) == []
    assert counts()["partner"] == 0


def test_one_that_is_held_holds_those_that_it_names(removed: Delegation, partner: Partner, unit: Unit) -> None:
    task = FollowUp.blank(name="Cảm ơn", source=[removed.reference], fields=["y_te"], lead=unit.id)
    task.assigned_on, task.due_on = "2026-03-10", "2026-12-31"
    store.save(task)
    store.remove(store.load("partner", partner.id))
    held = store.erase(store.binned())
    assert {each.record.kind for each in held} == {"delegation", "partner"}
    assert len(store.binned()) == 2


def test_a_number_that_was_erased_is_never_given_again(removed: Delegation, visit: Delegation) -> None:
    store.erase(store.binned())
    twin = Delegation.blank(**{name: v for name, v in visit.__data__.items() if name not in ("id", "uuid", "code")})
    twin.host_units, twin.members = visit.host_units, []
    twin.uuid, twin.version, twin.removed_at, twin.state = None, 0, None, None  # type: ignore[assignment]
    store.save(twin)
    assert twin.id == removed.id + 1
    assert twin.code != removed.code
    assert [entry.deed for entry in history.read("delegation", twin.id)] == ["create"]


def test_one_brought_back_in_between_is_not_erased(removed: Delegation) -> None:
    seen = store.binned()
    store.restore(store.load("delegation", removed.id))
    assert store.erase(seen) == []
    assert store.load("delegation", removed.id).value("name") == removed.name


def test_erasing_is_whole_or_not_at_all(removed: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts()

    def broken(*_given: Any) -> None:
        raise OSError("no space")

    monkeypatch.setattr("models.store.bin._delete", broken)
    with pytest.raises(OSError, match="no space"):
        store.erase(store.binned())
    assert counts() == before
    assert [file.state() for file in store.attachments("delegation", removed.id)] == [""]
    assert store.prove_history()[1] == []


def test_an_office_open_for_reading_erases_nothing(removed: Delegation, office: Path) -> None:
    store.close_office()
    with store.session(office, read_only=True):
        with pytest.raises(Closed):
            store.erase(store.binned())
        assert len(store.binned()) == 1
