"""The one way to run work beside the window: a child process for what computes, one worker thread for what waits."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal, Slot

from sellerdesk.assets import PACKAGE

if TYPE_CHECKING:  # QProcess takes 5 ms to load, and the first child comes after the first painted window
    from PySide6.QtCore import QProcess

PROGRAM = PACKAGE.parent
KILL_MS = 3_000
FREED = 20_000
BREATH_MS = 1
"""Between two turns: a timer of 0 would be served before everything that waits."""


Act = Callable[[], Iterable[Callable[[], None]] | None]
"""One thing to do, which may give further ones."""


class Child(QObject):
    """The program's own command line as a child process; a crash in a reader cannot take the window along.

    `progress` tells a stage with how many of how many are done; `done` gives the answer as JSON; `failed` a sentence
    for the user ("" when the child died without one). A cancel is a kill: the store survives it by design.
    """

    progress = Signal(str, int, int)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """No process runs yet."""
        super().__init__(parent)
        self._process: QProcess | None = None
        self._errors = b""

    def start(self, args: list[str]) -> None:
        """Run a command; one that still runs is cancelled first."""
        from PySide6.QtCore import QProcess, QProcessEnvironment

        self.cancel()
        process = QProcess(self)
        frozen = getattr(sys, "frozen", False)
        environment = QProcessEnvironment.systemEnvironment()
        if not frozen:
            environment.insert("PYTHONPATH", str(PROGRAM))
        process.setProcessEnvironment(environment)
        process.readyReadStandardError.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        self._process, self._errors = process, b""
        process.start(sys.executable, [*([] if frozen else ["-P", "-m", "sellerdesk"]), *args])

    def cancel(self) -> bool:
        """Kill what runs; whether something did."""
        process, self._process = self._process, None
        if process is None:
            return False
        process.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        process.kill()
        process.waitForFinished(KILL_MS)
        process.deleteLater()
        return True

    @property
    def running(self) -> bool:
        """Whether a child runs."""
        return self._process is not None

    @Slot()
    def _read(self) -> None:
        """Tell the lines of progress that came; other lines are the sentence of a failure."""
        if self._process is None:
            return
        *lines, rest = (self._errors + bytes(self._process.readAllStandardError().data())).split(b"\n")
        kept = []
        from msgspec.json import decode

        for line in lines:
            if line.startswith(b'{"stage"'):
                stage = decode(line)
                self.progress.emit(stage["stage"], stage["done"], stage["total"])
            else:
                kept.append(line)
        self._errors = b"\n".join([*kept, rest])

    @Slot()
    def _finish(self) -> None:
        """Give the answer, or the sentence."""
        process = self._process
        if process is None:
            return
        from msgspec.json import decode
        from PySide6.QtCore import QProcess

        self._read()
        self._process = None
        usable = process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() in (0, 1)
        out = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        if usable:
            self.done.emit(decode(out) if out.startswith(b"{") else {})
        else:
            self.failed.emit(self._errors.decode(errors="replace").strip())

    @Slot()
    def _fail(self) -> None:
        """The child could not be started at all (a crash ends in _finish)."""
        from PySide6.QtCore import QProcess

        process = self._process
        if process is not None and process.error() == QProcess.ProcessError.FailedToStart:
            self._process = None
            process.deleteLater()
            self.failed.emit("")


class Worker(QObject):
    """Lives in the worker thread: waits for what is asked and hands it over in pieces."""

    piece = Signal(int, object)
    ended = Signal(int, object)
    asked = Signal(int, object)

    def __init__(self) -> None:
        """Wait for questions."""
        super().__init__()
        self.asked.connect(self._answer)
        self.newest = 0

    @Slot(int, object)
    def _answer(self, number: int, question: Callable[[], Iterator[Any]]) -> None:
        """Hand over the pieces of an answer, until it is whole or a newer question makes it stale."""
        try:
            for piece in question():
                if number != self.newest:
                    return
                self.piece.emit(number, piece)
        except Exception as error:  # noqa: BLE001 (whatever a store does in its thread is told in the window's)
            self.ended.emit(number, error)
        else:
            self.ended.emit(number, None)


class Waiter(QObject):
    """Asks questions of the worker thread; only the newest one is answered."""

    piece = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._thread = QThread(self)
        self._worker = Worker()
        self._worker.moveToThread(self._thread)
        self._worker.piece.connect(self._piece)
        self._worker.ended.connect(self._ended)

    def ask(self, question: Callable[[], Iterator[Any]]) -> None:
        """Ask; pieces come by `piece`, the end by `ended` with None or the error."""
        if not self._thread.isRunning():
            self._thread.start()
        self._worker.newest += 1
        self._worker.asked.emit(self._worker.newest, question)

    def stop(self) -> None:
        """End the thread; a store that is locked holds it for some seconds at most."""
        self._worker.newest += 1
        self._thread.quit()
        self._thread.wait()

    @Slot(int, object)
    def _piece(self, number: int, piece: object) -> None:
        """Pass a piece on when it answers the newest question."""
        if number == self._worker.newest:
            self.piece.emit(piece)

    @Slot(int, object)
    def _ended(self, number: int, error: object) -> None:
        """Pass the end on when it is that of the newest question."""
        if number == self._worker.newest:
            self.ended.emit(error)


def freeing(rows: list[Any]) -> list[Act]:
    """The acts that free rows which nobody shows any more, a part in each: to free 100,000 at once holds the window for 30 ms."""
    kept = rows.copy()

    def free() -> None:
        del kept[-FREED:]

    return [free] * -(-len(kept) // FREED)


class Turns(QObject):
    """Does one thing after another on the event loop, so that the window answers in between; an act may give further ones.

    One timer serves all turns: a QTimer.singleShot of more than 0 ms makes one for each, and PySide 6.11 crashes now and then as it
    takes that apart (a shop of some pages, changed under load: once in twelve times).
    """

    def __init__(self, parent: QObject, budget_ms: int) -> None:
        """Nothing to do yet; after `budget_ms` in one turn the rest waits for the next."""
        super().__init__(parent)
        self._budget, self._run = budget_ms, 0
        self._acts: Iterator[Act] = iter(())
        self._then: Callable[[], None] = self.stop
        self._breath = single_shot(self, BREATH_MS, self._go)

    def start(self, acts: Sequence[Act], then: Callable[[], None]) -> None:
        """Do these, then the last; what was under way before is left where it stands."""
        self._run += 1
        self._acts, self._then = iter(list(acts)), then
        self._breath.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._run += 1
        self._breath.stop()

    @Slot()
    def _go(self) -> None:
        """One turn; an act that starts others, or stops all, ends it."""
        run, clock = self._run, QElapsedTimer()
        clock.start()
        while self._step():
            if run != self._run:
                return
            if clock.elapsed() >= self._budget:
                self._breath.start()
                return
        if run == self._run:
            self._then()

    def _step(self) -> bool:
        """Do the next act; whether there was one."""
        run = self._run
        try:
            if (act := next(self._acts, None)) is None:
                return False
            if (more := act()) and run == self._run:
                self._acts = chain(more, self._acts)
        except Exception:  # noqa: BLE001 (one part that fails must not keep the others from what came)
            sys.excepthook(*sys.exc_info())
        return True


def single_shot(parent: QObject, milliseconds: int, then: Callable[[], object]) -> QTimer:
    """A timer of an object that runs once for each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
