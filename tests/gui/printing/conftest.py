"""What every test of printing needs."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _window_system(qapp: QApplication) -> None:
    """Fonts need a running application."""
