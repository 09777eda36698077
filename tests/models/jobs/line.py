"""What the tests of the command line share: real processes, what they said, what lay on the disk before and after."""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Done:
    """How a job ended and what it said."""

    code: int
    out: str
    err: str

    def refused(self, code: int) -> str:
        """Check that it refused as the command line promises, and give its one sentence."""
        assert self.code == code, self
        assert "Traceback" not in self.err
        assert self.err.count("\n") == 1, self.err
        assert self.err.rstrip().endswith("."), self.err
        return self.err.strip()

    def well(self) -> str:
        """Check that it ended well without complaint, and give what it printed."""
        assert (self.code, self.err) == (0, ""), self
        return self.out


def job(*words: str | Path | bytes, home: Path, **more: str) -> Done:
    """Run one job in a process of its own."""
    told = {"BANG_GIAO_NO_SETUP": "1", "BANG_GIAO_HOME": str(home), "BANG_GIAO_TODAY": "2026-11-21", **more}
    line: list[str | Path | bytes] = [sys.executable, ROOT / "main.py", *words]
    done = subprocess.run(line, env={**os.environ, **told}, capture_output=True, timeout=120, check=False)
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def lying(folder: Path) -> dict[str, str]:
    """Give every file below a folder with the hash of what is in it, and every folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }
