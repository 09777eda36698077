"""Hearing that the operating system's own session was locked or the computer goes to sleep.

Linux: the signals of the desktop's screen saver and of logind over D-Bus. Windows: the message of the session service
(written by its documentation, not tried). Where none of them is there, the idle lock alone guards the screen.
"""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
_LOGIND = "org.freedesktop.login1"
_CHANGED: Any = SLOT("changed(bool)")  # PySide says that it wants bytes, and takes text alone
_LOCK: Any = SLOT("lock()")
_WTS_CHANGE, _WTS_LOCKED = 0x02B1, 0x7


class SessionWatch(QObject):
    """Calls ``locked`` each time the session of the person is locked."""

    def __init__(self, window: QWidget, locked: Callable[[], object]) -> None:
        """Listen as long as the window lives; ``heard`` tells to how many sources."""
        super().__init__(window)
        self._locked = locked
        self.heard = self._listen_on_windows(window) if sys.platform == "win32" else self._listen_on_linux()

    def _listen_on_linux(self) -> int:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return 0
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        heard = 0
        if session.isConnected():
            for name in _SAVERS:
                heard += session.connect("", "", name, "ActiveChanged", self, _CHANGED)
        if system.isConnected():
            heard += system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, _LOCK)
            heard += system.connect(_LOGIND, "", f"{_LOGIND}.Manager", "PrepareForSleep", self, _CHANGED)
        return heard

    def _listen_on_windows(self, window: QWidget) -> int:
        import ctypes

        filtering = _WindowsFilter(self.lock)
        application = QCoreApplication.instance()
        if application is None:
            return 0
        application.installNativeEventFilter(filtering)
        self._filter = filtering  # Qt does not keep it alive
        service = ctypes.windll.wtsapi32  # type: ignore[attr-defined,unused-ignore]
        return int(bool(service.WTSRegisterSessionNotification(int(window.winId()), 0)))

    @Slot(bool)
    def changed(self, on: bool) -> None:
        """Hear that the screen saver began (or ended), or that the computer goes to sleep (or woke)."""
        if on:
            self._locked()

    @Slot()
    def lock(self) -> None:
        """Hear that the session was locked."""
        self._locked()


class _WindowsFilter(QAbstractNativeEventFilter):
    def __init__(self, locked: Callable[[], object]) -> None:
        super().__init__()
        self._locked = locked

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if bytes(kind) == b"windows_generic_MSG":  # type: ignore[arg-type]
            from ctypes import wintypes

            told = wintypes.MSG.from_address(int(message))
            if told.message == _WTS_CHANGE and told.wParam == _WTS_LOCKED:
                self._locked()
        return False, 0
