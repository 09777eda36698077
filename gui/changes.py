"""The news that records were saved, brought into the window's thread."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from models import store


class Changes(QObject):
    """Sends ``changed`` with the kinds saved since the last time; many saves at once make one announcement."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Listen from now on."""
        super().__init__(parent)
        self._kinds: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._announce)
        self._heard.connect(self._note, Qt.ConnectionType.QueuedConnection)
        # Called by the thread that saved, which may be another one.
        self._end = store.on_change(lambda kinds: self._heard.emit(set(kinds)))

    def stop(self) -> None:
        """Listen no more."""
        self._end()

    @Slot(object)
    def _note(self, kinds: set[str]) -> None:
        self._kinds |= kinds
        self._timer.start()

    @Slot()
    def _announce(self) -> None:
        kinds, self._kinds = self._kinds, set()
        self.changed.emit(kinds)
