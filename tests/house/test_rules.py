"""The rules of the house that import-linter and ruff cannot say."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
LONGEST = 300
UNWANTED = {
    "sqlite3",
    "pickle",
    "marshal",
    "shelve",
    "yaml",
    "dill",
    "joblib",
    "PySide6.QtSql",
    "os.system",
    "os.popen",
}
FILES = [
    HOUSE / "main.py",
    HOUSE / "bootstrap.py",
    *sorted((HOUSE / "gui").rglob("*.py")),
    *sorted((HOUSE / "models").rglob("*.py")),
]


def named(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every name that a file imports, "package.*" for a star."""
    for node in ast.walk(read(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_a_file_is_short_enough_to_be_read() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_file_imports_a_star_or_what_the_house_does_not_want() -> None:
    """Rows 20 and 82: no second SQLite, no pickle, no QtSql."""
    taken = {named(path): [name for name in imports(path) if name in UNWANTED or name.endswith(".*")] for path in FILES}
    assert {name: found for name, found in taken.items() if found} == {}


def test_row_82_no_file_runs_text_as_code_or_hands_text_to_a_shell() -> None:
    calls = [(path, node) for path in FILES for node in ast.walk(read(path)) if isinstance(node, ast.Call)]
    run = [(path, call.func.id) for path, call in calls if isinstance(call.func, ast.Name)]
    assert [(named(path), name) for path, name in run if name in ("eval", "exec", "compile", "__import__")] == []
    shells = ("os.startfile", "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput")
    assert [named(path) for path, call in calls if ast.unparse(call.func) in shells] == []
    assert [named(path) for path, call in calls for word in call.keywords if word.arg == "shell"] == []


def test_row_82_only_files_that_the_program_made_or_saved_are_opened_by_the_system() -> None:
    calls = [(path, node) for path in FILES for node in ast.walk(read(path)) if isinstance(node, ast.Call)]
    opened = [(path, call) for path, call in calls if ast.unparse(call.func).endswith("openUrl")]
    assert opened
    assert [named(path) for path, call in opened if "QUrl.fromLocalFile" not in ast.unparse(call.args[0])] == []


def test_a_module_says_in_one_sentence_what_it_is() -> None:
    said = {named(path): (ast.get_docstring(read(path)) or "").partition("\n")[0] for path in FILES}
    assert [name for name, sentence in said.items() if not sentence.endswith(".")] == []


def test_everything_without_a_window_runs_where_qt_is_not_installed() -> None:
    modules = [named(path).removesuffix("/__init__.py").removesuffix(".py").replace("/", ".") for path in FILES]
    wanted = [name for name in modules if name.split(".")[0] == "models"]
    code = (
        "import importlib, sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6'): raise ImportError('Qt is not here')\n"
        "sys.meta_path.insert(0, NoQt())\n"
        f"for name in {wanted!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_gives_back_no_reference_that_it_never_took() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a")
    assert sys.getrefcount(None) - before > -100, "after some 10,000 such calls the program would abort"


def test_the_import_contracts_are_all_there() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    floors = {contract["containers"][0] for contract in contracts if contract.get("exhaustive")}
    forbidden = {name for contract in contracts for name in contract.get("forbidden_modules", [])}
    assert floors == {"gui", "models"}
    assert {"gui", "PySide6", "shiboken6", "peewee", "playhouse", "sqlite3", "sqlcipher3", "openpyxl"} <= forbidden


def test_the_import_contracts_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as check; check()",
        "--no-cache",
    ]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_pins_each_package_by_hash_and_names_no_host(name: str) -> None:
    """Row 84: pinned with hashes."""
    lock = (HOUSE / name).read_text(encoding="utf-8")
    packages = [part for part in lock.split("\n") if part and not part.startswith(" ")]
    assert packages
    assert all("==" in package and package.endswith("\\") for package in packages)
    assert "://" not in lock
