"""The small office, open."""

from pathlib import Path

import pytest

from tests.models.reports.small import fill


@pytest.fixture
def small(office: Path) -> Path:
    fill()
    return office
