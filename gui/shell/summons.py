"""A second start on the same office: the window that is there comes to the front, and no second one opens."""

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from models import preferences

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from gui.window import Window

# Not the temporary folder: an open office has its own. The path of a socket must be short.
_PLACE = os.environ.get("XDG_RUNTIME_DIR") or "/tmp"
_SEEN = b"seen"
PATIENCE = 2_000  # milliseconds for the answer of a busy window


def _name(office: Path) -> str:
    """Give the name under which the window of an office is called: of this person, on this computer."""
    told = f"{preferences.account()}\n{office.resolve()}"
    name = f"bang-giao-{hashlib.sha256(told.encode()).hexdigest()[:20]}"
    return name if sys.platform == "win32" else f"{_PLACE}/{name}"


def call(office: Path) -> bool:
    """Call the window of this person that has an office open; False where none answers."""
    from PySide6.QtNetwork import QLocalSocket  # only where somebody holds the office

    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # else Windows lets nobody come to the front by himself
    socket = QLocalSocket()
    socket.connectToServer(_name(office))
    if not socket.waitForConnected(PATIENCE) or not socket.waitForReadyRead(PATIENCE):
        return False
    return bytes(socket.readAll().data()) == _SEEN


def is_shown_elsewhere(office: Path) -> bool:
    """Tell whether another window of this person has the office, after it was called to the front."""
    from models import store

    session = store.current()
    if session and not session.read_only and session.path == office:
        return False
    return is_open_already(office)


def is_open_already(office: Path) -> bool:
    """Tell whether a window of this person answers for an office; asked only where a lock lies beside it."""
    return office.with_name(f"{office.name}.lock").exists() and call(office)


def gives_way(window: "Window") -> bool:
    """Close a window that came second, once the first one answers; it stays and reads where that one is not ours."""
    from models import store

    session = store.current()
    if session is None or not session.read_only or not is_shown_elsewhere(session.path):
        return False
    store.close_office()
    QTimer.singleShot(0, window.close)
    return True


class Door(QObject):
    """Where the window of an office hears that it is called."""

    def __init__(self, window: "Window") -> None:
        """Listen for nobody yet."""
        super().__init__(window)
        self._window = window
        self._server: QLocalServer | None = None

    def open(self) -> None:
        """Listen for calls for the office that is open; whoever reads only is not called."""
        from PySide6.QtNetwork import QLocalServer

        from models import store

        if self._server:
            self._server.close()
        session = store.current()
        if session is None or session.read_only:
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(session.path)
        QLocalServer.removeServer(name)  # left by a program that died: who holds the office owns the name
        self._server.newConnection.connect(self._called)
        self._server.listen(name)

    def _called(self) -> None:
        from models import store

        assert self._server is not None
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        session = store.current()
        if session and _name(session.path) == self._server.fullServerName().replace("\\\\.\\pipe\\", ""):
            caller.write(_SEEN)
            caller.flush()
            come_forward(self._window)
        caller.disconnectFromServer()


def come_forward(window: "Window") -> None:
    """Show the window over all others, with the keyboard in it."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
