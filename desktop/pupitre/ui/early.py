"""What is asked before anybody can answer it: kept, and asked again once somebody can."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance


class Early(QObject):
    """Keeps the last of each signal, in the order they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: dict[SignalInstance, tuple[object, ...]] = {}
        self._ears: list[tuple[SignalInstance, partial[None]]] = []

    def keep(self, *signals: SignalInstance) -> None:
        """Listen to these."""
        for signal in signals:
            ear = partial(self._on_asked, signal)
            self._ears.append((signal, ear))
            signal.connect(ear)

    def _on_asked(self, signal: SignalInstance, *values: object) -> None:
        self._asked.pop(signal, None)
        self._asked[signal] = values

    def tell(self) -> None:
        """Ask again, now that somebody listens; keep nothing more."""
        for signal, ear in self._ears:
            signal.disconnect(ear)
        asked, self._asked, self._ears = self._asked, {}, []
        for signal, values in asked.items():
            signal.emit(*values)
