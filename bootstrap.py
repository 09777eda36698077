"""What must stand before the program can start: the folder .venv, Qt's system libraries and the Vietnamese words.

Only the standard library is used, because nothing else is there yet; what is said goes to stderr, in both languages.
"""

from __future__ import annotations  # so that an older Python can still read this file and be told that it is too old

import ctypes
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
INTERPRETER = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME = HERE / "requirements.lock"
TESTS = HERE / "requirements-test.lock"
WORDS = HERE / "resources" / "i18n"

SKIP = "BANG_GIAO_NO_SETUP"  # set to 1 by people who look after the environment themselves
INSIDE = "BANG_GIAO_INSIDE"  # set by us for the interpreter that goes on in .venv: nothing to look at twice

CODE = (".py", ".so", ".pyd", ".dll")
QUIET = [] if sys.stderr.isatty() else ["--quiet"]

# System libraries and the Debian packages that bring them. "" is what every Qt program needs, even without a screen.
LIBRARIES = {
    "": """libglib-2.0.so.0 libglib2.0-0      libEGL.so.1 libegl1                  libGL.so.1 libgl1
           libX11.so.6 libx11-6               libdbus-1.so.3 libdbus-1-3           libfontconfig.so.1 libfontconfig1
           libfreetype.so.6 libfreetype6      libxkbcommon.so.0 libxkbcommon0""",
    "xcb": """libX11-xcb.so.1 libx11-xcb1        libxcb-cursor.so.0 libxcb-cursor0    libxcb-icccm.so.4 libxcb-icccm4
              libxcb-image.so.0 libxcb-image0    libxcb-keysyms.so.1 libxcb-keysyms1  libxcb-shape.so.0 libxcb-shape0
              libxcb-render-util.so.0 libxcb-render-util0                             libxcb-xkb.so.1 libxcb-xkb1
              libxkbcommon-x11.so.0 libxkbcommon-x11-0""",
}


def tell(vietnamese: str, english: str) -> None:
    """Say something to the person, in both languages; the catalogue is not there yet."""
    print(f"{vietnamese}\n{english}", file=sys.stderr, flush=True)


def stop(vietnamese: str, english: str) -> NoReturn:
    """Say why the program cannot go on, and end it with 1."""
    tell(vietnamese, english)
    raise SystemExit(1)


def enter(arguments: Sequence[str], *, tests: bool = False) -> None:
    """Return in an interpreter that has the packages; from any other, run the program in .venv and end as it ends."""
    if os.environ.get(SKIP) == "1" or os.environ.get(INSIDE) == sys.prefix:
        return
    chosen = interpreter(tests=tests)
    if chosen != sys.executable:
        raise SystemExit(_go_on(chosen, arguments))


def interpreter(*, tests: bool = False) -> str:
    """Give the interpreter that has the packages, after setting up .venv where needed."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python can still read this file and say what is needed
        stop("Bang Giao cần Python 3.11 trở lên.", "Bang Giao needs Python 3.11 or newer.")
    if _pins(tests) <= set(_distributions(Path(sysconfig.get_path("purelib")))):
        return sys.executable
    if Path(sys.prefix) == VENV:
        stop("Hãy chạy bằng Python của máy: python3 main.py", "Start with the machine's own Python: python3 main.py")
    locks = [RUNTIME, TESTS] if tests else [RUNTIME]
    try:
        if not _whole(locks):
            with _alone():
                if not _whole(locks):  # while we waited, another start may have done the work
                    _install(locks)
    except OSError as error:
        stop(f"Không cài đặt được vào {HERE}: {error}", f"Nothing can be installed in {HERE}: {error}")
    return str(INTERPRETER)


def _go_on(chosen: str, arguments: Sequence[str]) -> int:
    """Run the program in another interpreter and give its exit code (execv would lose the console on Windows)."""
    child = subprocess.Popen([chosen, str(HERE / "main.py"), *arguments], env={**os.environ, INSIDE: str(VENV)})
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    while True:
        try:
            code = child.wait()
        except KeyboardInterrupt:  # the child has got it too, and says how it ends
            continue
        return code if code >= 0 else 128 - code


def _pins(tests: bool) -> set[tuple[str, str]]:
    """Read name and version of the direct dependencies from pyproject.toml."""
    import tomllib  # here, because a Python that is too old has none and must still be told so

    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    pins = project["project"]["dependencies"] + (project["dependency-groups"]["dev"] if tests else [])
    return {(_plain(name), version) for name, version in (pin.split("==") for pin in pins)}


def _locked(lock: Path) -> set[tuple[str, str]]:
    """Read name and version of what a lock installs on this system."""
    lines = re.findall(r"^([\w.-]+)==(\S+)(.*)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    windows = os.name == "nt"
    return {(_plain(name), version) for name, version, marker in lines if windows or "== 'win32'" not in marker}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _distributions(site: Path) -> dict[tuple[str, str], Path]:
    """Find what is installed in a package folder: (name, version) → its .dist-info."""
    found = [(path.stem.split("-"), path) for path in site.glob("*-*.dist-info")]
    return {(_plain(name), version): path for (name, version, *_), path in found}


def _whole(locks: list[Path]) -> bool:
    """Tell whether .venv starts and holds exactly what the locks say, with no file of code missing."""
    version = _version()
    site = VENV / "Lib" / "site-packages" if os.name == "nt" else VENV / "lib" / version / "site-packages"
    found = _distributions(site)
    return bool(version) and all(pin in found and _complete(found[pin]) for lock in locks for pin in _locked(lock))


def _version() -> str:
    """Ask the interpreter in .venv for its name ("python3.11"), "" where it does not start."""
    return _output([str(INTERPRETER), "-ISc", "import sys; print('python%d.%d' % sys.version_info[:2])"])


def _complete(info: Path) -> bool:
    record = info / "RECORD"
    if not record.exists():
        return False
    files = (line.split(",")[0] for line in record.read_text(encoding="utf-8").splitlines())
    return all(os.path.exists(f"{info.parent}/{file}") for file in files if file.endswith(CODE))  # noqa: PTH110 - 2,000 files at every start


def _install(locks: list[Path]) -> None:
    """Bring .venv to what the locks say: add what is missing, and make it anew where that does not help."""
    tell("Đang cài đặt thư viện vào .venv (khoảng 100 MB)…", "Installing libraries into .venv (about 100 MB)…")
    wanted = [word for lock in locks for word in ("-r", str(lock))]
    for way in [_by_uv, _by_pip] if shutil.which("uv") else [_by_pip]:
        make, add = way()
        able = _version() and _output([*add, "--help"])
        for anew in (not able, True):
            if (anew and not _done(make)) or not _done([*add, *wanted]):
                break
            if _whole(locks):
                return
    stop(
        "Cài đặt không thành công. Hãy kiểm tra kết nối mạng rồi chạy lại; dữ liệu của anh/chị không bị động đến.",
        "Installing failed. Check the network connection and start again; your data was not touched.",
    )


def _by_uv() -> tuple[list[str], list[str]]:
    make = ["uv", "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)]
    return make, [
        "uv",
        "pip",
        "install",
        *QUIET,
        "--compile-bytecode",
        "--require-hashes",
        "--python",
        str(INTERPRETER),
    ]


def _by_pip() -> tuple[list[str], list[str]]:
    if importlib.util.find_spec("ensurepip") is None:
        provide(["python3-venv"])
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    return make, [str(INTERPRETER), "-m", "pip", "install", *QUIET, "--disable-pip-version-check", "--require-hashes"]


def _done(command: list[str]) -> bool:
    """Run a command whose words go to stderr, and tell whether it went well."""
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


def _output(command: list[str]) -> str:
    """Run a command quietly and give what it prints, "" where it fails."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other start is installing (an impatient second click must not install into the same folder)."""
    with (HERE / ".setup.lock").open("w") as held:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(held.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def check_qt(*, window: bool) -> None:
    """Make sure that Qt finds its system libraries and, for a window, a screen: otherwise Qt aborts without a word."""
    if not sys.platform.startswith("linux"):
        return
    screen = "xcb" if os.environ.get("DISPLAY") else "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0] or screen if window else "offscreen"
    dark = not platform or (platform in ("xcb", "wayland") and not screen)
    words = f"{LIBRARIES['']} {LIBRARIES.get(platform, '')}".split()
    missing = [package for library, package in zip(words[::2], words[1::2], strict=True) if not _loads(library)]
    if missing and not dark:
        provide(missing)
    if dark or (platform == "xcb" and not _answers()):
        stop(
            "Không tìm thấy màn hình (DISPLAY): hãy mở chương trình từ phiên làm việc có màn hình.",
            "No display was found: start the program from a desktop session.",
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers() -> bool:
    """Knock at the X server: Qt aborts where it does not open."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def provide(packages: list[str]) -> None:
    """Install Debian packages where we may; elsewhere print the line that does it, and stop."""
    names = " ".join(packages)
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        line = f"    sudo apt install {names}"
        stop(f"Máy còn thiếu thư viện. Hãy chạy dòng sau rồi mở lại:\n{line}", f"Missing. Run and start again:\n{line}")
    tell(f"Máy còn thiếu, đang cài đặt: {names}", f"Missing on this machine, being installed: {names}")
    install = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        apt,
        "install",
        "-y",
        "-qq",
        "--no-install-recommends",
        *packages,
    ]
    # A machine's list of packages may be empty or old: only then is it fetched.
    if not _done(install) and not (_done([apt, "update", "-qq"]) and _done(install)):
        stop(f"Không cài được. Hãy chạy: apt install {names}", f"Could not be installed. Run: apt install {names}")
    importlib.invalidate_caches()


def build_words() -> None:
    """Compile each catalogue newer than its compiled form (resources/i18n/vi.po → vi/LC_MESSAGES/bang_giao.mo)."""
    for source in WORDS.glob("*.po"):
        made = WORDS / source.stem / "LC_MESSAGES" / "bang_giao.mo"
        if made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        try:
            made.parent.mkdir(parents=True, exist_ok=True)
            fresh = made.with_suffix(f".{os.getpid()}")  # another start may be reading the old one
            with source.open("rb") as words, fresh.open("wb") as out:
                write_mo(out, read_po(words, locale=source.stem))
            fresh.replace(made)
        except OSError as error:
            tell(f"Không ghi được bản dịch: {error}", f"The translation could not be written: {error}")


if __name__ == "__main__":
    print(interpreter(tests=sys.argv[1:] == ["test"]))  # for scripts: set up, and tell which interpreter to use
