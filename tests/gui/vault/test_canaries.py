"""Row 75 with the window: what is being typed, its log, and what a kill leaves of both tell a thief nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models import store, vault
from models.store import securing, unfinished
from tests.gui.vault.killed_window import FAULTS, TYPED
from tests.models.vault.canaries import WORDS, found_in
from tests.models.vault.conftest import PASSPHRASE

HOUSE = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills otherwise")
@pytest.mark.parametrize("encrypted", [True, False])
def test_rows_75_and_83_a_window_killed_while_somebody_types_leaves_no_word_readable(
    path: Path, tmp_path: Path, encrypted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows 75 and 83: drafts under the lock; the log never, whether there is a lock or not."""
    (tmp_path / "tmp").mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    if encrypted:
        securing.encrypt(path, PASSPHRASE, vault.new_code())
    asked = [sys.executable, "-m", "tests.gui.vault.killed_window", str(path)]
    with subprocess.Popen(asked, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as window:
        assert window.stdout
        assert window.stderr
        assert window.stdout.readline() == "ready\n", window.stderr.read()
        window.kill()
    found = found_in(tmp_path)
    assert set(found) == (set() if encrypted else set(TYPED.values()))
    assert {place for places in found.values() for place in places} <= {"office.db", "office.db-wal"}
    log = (tmp_path / "home" / "bang-giao.log").read_text(encoding="utf-8")
    assert log.count("ValueError") >= FAULTS - 1
    assert "killed_window.py" in log
    assert "device not open" in log
    with store.session(path):
        (kept,) = unfinished.unfinished()
        assert {kept.content["fields"][name]["value"] for name in TYPED} == {WORDS[word] for word in TYPED.values()}
