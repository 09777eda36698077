"""A small office with a visit that is to come."""

from typing import Any

import pytest

from models import checklists, kinds, store
from models.checklists import Item, Template
from tests.gui.entering import office, shown

__all__ = ["office", "shown"]

TWO = Template(
    "own_1", "inbound", "Đoàn thử",
    (Item("Gửi danh sách", "starts", -7, False, "host_units"), Item("Báo cáo kết quả", "ends", 10)),
)  # fmt: skip


@pytest.fixture
def visit(office: None) -> Any:
    """A visit in May 2026, with one template of the office's own beside the shipped one."""
    made: Any = kinds.PAGES["inbound"].blank()
    values = {
        "name": "Đoàn Phông Sa Lỳ", "partner": 1, "countries": ["LA"], "starts": "2026-05-12", "ends": "2026-05-14",
        "persons": 12, "level": "lanh_dao_tinh", "admin_level": "tinh", "purpose": "tham_lam_viec", "fields": ["y_te"],
        "content": "Làm việc", "funding": "ns_tinh", "in_plan": True, "host_units": ["unit:1"],
    }  # fmt: skip
    for name, value in values.items():
        setattr(made, name, value)
    store.save(made)
    checklists.keep(TWO)
    return made
