"""What is typed is kept after half a second of quiet, and every two seconds while somebody goes on typing."""

from PySide6.QtCore import QObject, QTimer

QUIET = 500  # milliseconds
LONGEST = 1_600  # milliseconds; two seconds of typing may be lost, timers come late and keeping itself takes time


class Paced(QObject):
    """Calls ``keep`` in time, once it is told of each key by ``_typed``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for each in (self._quiet, self._longest):
            each.timeout.connect(lambda: self.keep())

    def keep(self) -> object:
        """Keep what stands there now."""
        raise NotImplementedError

    def _typed(self) -> None:
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _stop(self) -> None:
        self._quiet.stop()
        self._longest.stop()
