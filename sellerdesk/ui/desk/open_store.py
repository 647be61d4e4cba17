"""Staying with a store after an edit: the next one is likely, and the first to leave a store waits for the disk."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sellerdesk.ui.desk.tasks import single_shot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LINGER_MS = 5_000


class OpenStore(QObject):
    """Stays with one store at a time, for some seconds after each edit."""

    def __init__(self, parent: QObject) -> None:
        """With none yet."""
        super().__init__(parent)
        self._held: tuple[Path, Callable[[], None]] | None = None
        self._pause = single_shot(self, LINGER_MS, self.leave)

    def at(self, store: "Path") -> None:
        """Stay with a store from now on: leaving it takes longer than an edit."""
        from sellerdesk.workflows.shop.first_rows import linger

        if self._held is not None and self._held[0] != store:
            self.leave()
        if self._held is None:
            self._held = store, linger(store)
        self._pause.start()

    def leave(self) -> None:
        """Leave the store, in a thread of its own: it waits for the disk. Another process may put another file in its place now."""
        from sellerdesk.workflows.shop.first_rows import forget

        forget()
        if self._held is not None:
            threading.Thread(target=self._held[1], daemon=True).start()
            self._held = None

    def close(self) -> None:
        """Leave it now, at the end."""
        if self._held is not None:
            self._held[1]()
            self._held = None
