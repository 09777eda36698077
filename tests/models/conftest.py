"""What the tests of models share: an open office with one partner and one unit."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models import days, store
from models.delegations import Delegation, Member
from models.kinds import PAGES
from models.partners import Partner
from models.text import speak, spoken
from models.units import Unit


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Sentences are compared in the language of the source; a test that wants another says so."""
    before = spoken()
    speak("en")
    yield
    speak(before)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path / "home"))
    days.set_today(date(2026, 11, 21))
    path = tmp_path / "office.db"
    with store.session(path, create=True):
        yield path
    days.set_today(None)


@pytest.fixture
def partner(office: Path) -> Partner:
    made = Partner.blank(name="Tỉnh Phông Sa Lỳ", aliases="Phongsaly; Phongsali", type="chinh_quyen_tinh", country="LA")
    store.save(made)
    return made


@pytest.fixture
def unit(office: Path) -> Unit:
    made = Unit.blank(name="Sở Ngoại vụ", level="so")
    store.save(made)
    return made


@pytest.fixture
def visit(partner: Partner, unit: Unit) -> Delegation:
    """A complete inbound delegation, not yet saved."""
    made = PAGES["inbound"].blank()
    assert isinstance(made, Delegation)
    values = {
        "name": "Đoàn đại biểu tỉnh Phông Sa Lỳ",
        "partner": partner.id,
        "countries": ["LA"],
        "level": "lanh_dao_tinh",
        "admin_level": "tinh",
        "starts": "2026-03-05",
        "ends": "2026-03-07",
        "persons": 12,
        "purpose": "tham_lam_viec",
        "fields": ["y_te"],
        "content": "Làm việc với Sở Y tế",
        "funding": "ns_tinh",
        "in_plan": True,
        "host_units": [unit.reference],
        "members": [
            Member(name="Khamphoy Vannasane", is_head=True, position="Tỉnh trưởng", passport="P1234567"),
            Member(name="Bounthavy", position="Phiên dịch"),
        ],
    }
    for name, value in values.items():
        setattr(made, name, value)
    return made
