"""The set-up: what it recognises, what it mends, what it says."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bootstrap


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with one package in its lock, and a .venv that cannot be told from a real one by its interpreter."""
    monkeypatch.setattr(bootstrap, "HERE", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "INTERPRETER", Path(sys.executable))
    monkeypatch.setattr(bootstrap, "RUNTIME", tmp_path / "requirements.lock")
    monkeypatch.setattr(bootstrap, "WORDS", tmp_path)
    (tmp_path / "requirements.lock").write_text(
        "a-b==1.0 \\\n    --hash=sha256:0\nnt==2 ; sys_platform == 'win32' \\\n"
    )
    return tmp_path


def install(house: Path, name: str = "A_b", version: str = "1.0") -> Path:
    """Lay a package down as pip and uv do; gives its only file of code."""
    folder = "Lib" if os.name == "nt" else f"lib/python3.{sys.version_info.minor}"
    site = house / ".venv" / folder / "site-packages"
    info = site / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    (site / "a_b.py").write_text("")
    (info / "RECORD").write_text("a_b.py,sha256=0,0\n__pycache__/a_b.cpython-311.pyc,,\n")
    return site / "a_b.py"


def whole() -> bool:
    return bootstrap._whole([bootstrap.RUNTIME])


@pytest.mark.skipif(os.name == "nt", reason="colorama belongs to the lock there")
def test_an_environment_that_holds_the_lock_is_left_alone(house: Path) -> None:
    install(house)
    assert whole()


def test_a_changed_lock_is_followed(house: Path) -> None:
    install(house, version="0.9")
    assert not whole()


def test_a_package_that_lost_a_file_is_noticed(house: Path) -> None:
    install(house).unlink()
    assert not whole()


def test_an_interpreter_that_does_not_start_is_noticed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(house)
    monkeypatch.setattr(bootstrap, "INTERPRETER", house / "gone")
    assert not whole()


def recorded(monkeypatch: pytest.MonkeyPatch, answer: Callable[[list[str]], bool]) -> list[str]:
    """Run nothing; note the last telling word of each command instead ("venv" or "install")."""
    said: list[str] = []

    def done(command: list[str]) -> bool:
        said.append("install" if "install" in command else "venv")
        return answer(command)

    monkeypatch.setattr(bootstrap, "_done", done)
    monkeypatch.setattr(bootstrap, "_output", lambda command: f"python3.{sys.version_info.minor}")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    return said


@pytest.mark.skipif(os.name == "nt", reason="colorama belongs to the lock there")
def test_what_is_missing_is_added_to_the_environment_that_is_there(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = recorded(monkeypatch, lambda command: bool(install(house)))
    bootstrap._install([bootstrap.RUNTIME])
    assert said == ["install"]


@pytest.mark.skipif(os.name == "nt", reason="colorama belongs to the lock there")
def test_an_environment_that_adding_does_not_mend_is_made_anew(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = recorded(monkeypatch, lambda command: True)
    monkeypatch.setattr(bootstrap, "_whole", lambda locks: len(said) == 3)
    bootstrap._install([bootstrap.RUNTIME])
    assert said == ["install", "venv", "install"]


def test_without_a_network_the_environment_stays_and_both_languages_say_so(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = recorded(monkeypatch, lambda command: False)
    with pytest.raises(SystemExit) as end:
        bootstrap._install([bootstrap.RUNTIME])
    assert (end.value.code, said) == (1, ["install"])
    out, err = capsys.readouterr()
    assert out == ""
    assert "kết nối mạng" in err
    assert "network" in err


def test_the_direct_pins_are_in_the_locks() -> None:
    assert bootstrap._pins(tests=False) <= bootstrap._locked(bootstrap.RUNTIME)
    assert bootstrap._pins(tests=True) <= bootstrap._locked(bootstrap.RUNTIME) | bootstrap._locked(bootstrap.TESTS)


def test_this_interpreter_is_taken_as_it_is_when_it_has_the_packages() -> None:
    assert bootstrap.interpreter(tests=True) == sys.executable


def start(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Start the program as a person does, in an environment that has the packages and no screen."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, str(bootstrap.HERE / "main.py"), *words]
    return subprocess.run(
        command, env={**bare, **environment}, capture_output=True, text=True, encoding="utf-8", check=False
    )


def screen_libraries() -> bool:
    """Tell whether Qt could show a window here; where it could not, root would install what is missing."""
    words = (bootstrap.LIBRARIES[""] + " " + bootstrap.LIBRARIES["xcb"]).split()
    return all(bootstrap._loads(library) for library in words[::2])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there can a screen be missing")
@pytest.mark.parametrize(
    "screen", [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "xcb"}], ids=["none", "dead", "forced"]
)
def test_without_a_screen_the_window_says_so_in_words(screen: dict[str, str]) -> None:
    if "DISPLAY" in screen and not screen_libraries():
        pytest.skip("outside: the system libraries of Qt's window not installed")
    done = start(**screen)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 2, "one sentence in each language"
    assert "No display" in done.stderr


def lacking(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    monkeypatch.setattr(bootstrap, "_loads", lambda library: library not in libraries)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there does Qt need the system's libraries")
def test_a_person_who_may_not_install_gets_the_line_that_does_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking(monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(SystemExit):
        bootstrap.check_qt(window=True)
    assert capsys.readouterr().err.count("sudo apt install libegl1 libxcb-cursor0") == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there does Qt need the system's libraries")
def test_without_a_window_no_library_of_the_screen_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking(monkeypatch, *bootstrap.LIBRARIES["xcb"].split()[::2])
    bootstrap.check_qt(window=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt-get is Debian's")
def test_root_fetches_the_list_of_packages_only_where_installing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def done(command: list[str]) -> bool:
        said.append("update" if "update" in command else "install")
        return said != ["install"]

    monkeypatch.setattr(bootstrap, "_done", done)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    bootstrap.provide(["libegl1"])
    assert said == ["install", "update", "install"]


def test_a_catalogue_is_compiled_when_it_is_newer(house: Path) -> None:
    source = house / "vi.po"
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Open"\nmsgstr "Mở"\n', encoding="utf-8"
    )
    bootstrap.build_words()
    made = house / "vi" / "LC_MESSAGES" / "bang_giao.mo"
    assert "Mở".encode() in made.read_bytes()
    made.write_bytes(b"older")
    os.utime(made, (1, 1))
    bootstrap.build_words()
    assert "Mở".encode() in made.read_bytes()
    made.write_bytes(b"younger")
    bootstrap.build_words()
    assert made.read_bytes() == b"younger"


def test_what_is_said_at_set_up_never_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    bootstrap.tell("Xin chào", "Hello")
    assert capsys.readouterr() == ("", "Xin chào\nHello\n")
