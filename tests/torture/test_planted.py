"""The tortures find what they look for; beside ``test_quick``, so that both run at the same time."""

import pytest

from tests.torture.alone import needs_fork, run
from tests.torture.table import TORTURES

pytestmark = needs_fork


@pytest.mark.parametrize("name", [name for name, torture in TORTURES.items() if torture.planted])
def test_a_planted_fault_is_found(name: str) -> None:
    """A torture that finds nothing where there is something proves nothing."""
    done = run(name, "--planted")
    assert done.returncode == 1, done.stdout
    assert " seconds " in done.stdout, done.stderr
