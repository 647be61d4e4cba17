#!/usr/bin/env python3
"""What the window takes over a saved shop, measured inside it, for bench.py: prints JSON, for each line its acts in milliseconds.

python3 packaging/bench_window.py DATA_FOLDER first           the first painted window, then out
python3 packaging/bench_window.py DATA_FOLDER all LISTINGS    the tables, and the longest stops
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
gc.set_threshold(200_000)  # as app.py sets it

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from sellerdesk.clock import now
from sellerdesk.ui import start
from sellerdesk.ui.shell.main_window import OFFERS, MainWindow

if TYPE_CHECKING:  # what only the other measurements need is loaded by them: the first painted window would wait for it
    from PySide6.QtWidgets import QTableView

    from sellerdesk.ui.lists.rows_table import RowsTable

TICK_MS = 2
"""How exactly a stop is told: one that begins just after a tick is late by so much less."""
LONG_MS = 120_000
REPEATS = 9


def spend(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(signal: SignalInstance) -> None:
    """Let the event loop run until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(LONG_MS, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


class Late:
    """The longest time for which the event loop did not turn."""

    def __init__(self) -> None:
        """A timer, and how late it comes."""
        self.last, self.worst = time.perf_counter(), 0.0
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.tick)
        self.timer.start(TICK_MS)

    def tick(self) -> None:
        """One turn."""
        at = time.perf_counter()
        self.worst = max(self.worst, (at - self.last) * 1000 - TICK_MS)
        self.last = at

    def of(self, act: Callable[[], object], signal: SignalInstance | None = None, rest: int = 250) -> float:
        """The longest stop while something is done, and a while after it."""
        self.last, self.worst = time.perf_counter(), 0.0
        act()
        if signal is not None:
            until(signal)
        spend(rest)
        return self.worst


class Painted(QObject):
    """Waits for the next repaint of a widget."""

    def __init__(self, view: "QTableView") -> None:
        """Watch a table."""
        super().__init__()
        self.loop = QEventLoop()
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A repaint begins; the loop ends after it."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.loop.quit)
        return False

    def after(self, act: Callable[[], object]) -> float:
        """How long it takes from an act to the end of the next repaint, in milliseconds."""
        begun = time.perf_counter()
        act()
        self.loop.exec()
        took = (time.perf_counter() - begun) * 1000
        spend(300)
        return took


def median(values: list[float]) -> float:
    """The middle one."""
    return sorted(values)[len(values) // 2]


def repaints(ours: "RowsTable", stock: "QTableView") -> list[float]:
    """A full repaint of each table's screen, taken in turn, by the pair with the median ratio.

    Every text is laid out anew, as where rows come into sight.
    """
    from PySide6.QtGui import QPixmap

    views: tuple[QTableView, ...] = (ours, stock)
    times: list[list[float]] = [[] for _view in views]
    for _turn in range(REPEATS):
        ours.cells.take_fonts(ours)
        for view, took in zip(views, times, strict=True):
            picture = QPixmap(view.viewport().size())
            begun = time.perf_counter()
            view.viewport().render(picture, QPoint())
            took.append((time.perf_counter() - begun) * 1000)
    pairs = sorted(zip(*times, strict=True), key=lambda pair: pair[0] / pair[1])
    return list(pairs[len(pairs) // 2])


def stock_table(view: "QTableView") -> "QTableView":
    """The words of a table's first rows in Qt's own model and view, as large as it."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView

    model, there = QStandardItemModel(), view.model()
    for line in range(min(200, there.rowCount())):
        model.appendRow([QStandardItem(str(there.index(line, column).data())) for column in range(there.columnCount())])
    stock = QTableView()
    stock.setModel(model)
    model.setParent(stock)
    stock.resize(view.size())
    for column in range(there.columnCount()):
        stock.setColumnWidth(column, view.columnWidth(column))
        stock.setColumnHidden(column, view.isColumnHidden(column))
    stock.verticalHeader().setDefaultSectionSize(view.rowHeight(0))
    stock.show()
    return stock


def opened(folder: str) -> tuple[MainWindow, float]:
    """A window over a data folder, painted."""
    window = start.window(Path(folder), now, date(2020, 8, 3))
    window.resize(1440, 900)
    window.show()
    spend(1)
    return window, time.perf_counter()


def tables(folder: str, listings: str) -> dict[str, list[float]]:
    """All that is measured over a saved shop: for each line of the table the acts it is about, in their order."""
    from sellerdesk.ui.desk import edits as desk_edits

    window, begun = opened(folder)
    desk, measured = window.desk, dict[str, list[float]]()
    window.tabs.setCurrentIndex(OFFERS)
    seen: list[float] = []
    desk.glimpsed.connect(lambda rows: seen.append(time.perf_counter()) if rows else None)
    start.begin(window)
    until(desk.rows_came)
    measured["whole table"] = [(time.perf_counter() - begun) * 1000]
    measured["first screen"] = [((seen[0] if seen else time.perf_counter()) - begun) * 1000]
    spend(500)
    late, points = Late(), window.points
    measured["stop: filter"] = [late.of(points.chips.buttons[0].click) for _pressed in range(2)]
    by_text = [place for place, column in enumerate(points.model.columns) if column.name in ("title", "why", "badge")]
    order = Qt.SortOrder.AscendingOrder
    sorts = {place: late.of(partial(points.table.sortByColumn, place, order)) for place in range(len(points.model.columns))}
    measured["stop: sort by text"] = [sorts[place] for place in by_text]
    measured["stop: sort"] = [late for place, late in sorts.items() if place not in by_text]
    measured["stop: tab"] = [late.of(partial(window.tabs.setCurrentIndex, number)) for number in (2, 3, 0, 1, 2, 3, 0, 1)]
    measured["stop: language"] = [late.of(lambda: desk.restyle(lang="en"), desk.restyled)]
    measured["stop: theme"] = [late.of(lambda: desk.restyle(theme_choice="dark"), desk.restyled)]
    sku = points.model.row(0).sku
    measured["stop: edit"] = [late.of(lambda: desk_edits.answer(desk, [sku], "category", "Home"))]
    edits = []
    for number in range(REPEATS):
        begun = time.perf_counter()
        desk_edits.answer(desk, [sku], "hazmat", ("no", "yes")[number % 2])
        edits.append((time.perf_counter() - begun) * 1000)
    measured["edit"] = [median(edits)]
    painted = Painted(points.table)
    typed = ("タ", "タオ", "タオル", "タオル 白", "タオル")
    measured["keystroke"] = [painted.after(partial(window.search.setText, text)) for text in typed]
    window.search.clear()
    spend(300)
    measured["repaint"], measured["repaint floor"] = ([took] for took in repaints(points.table, stock_table(points.table)))
    measured["stop: import"] = [late.of(lambda: desk.open(Path(listings)), desk.rows_came, rest=600)]
    window.close()
    return measured


if __name__ == "__main__":
    if sys.argv[2] == "first":
        main_window = start.window(Path(sys.argv[1]), now)
        main_window.show()
        QTimer.singleShot(0, QApplication.quit)
        QApplication.exec()
    else:
        import json  # the first painted window has no need of it

        measured = tables(sys.argv[1], sys.argv[3])
        print(json.dumps({name: [round(value, 1) for value in values] for name, values in measured.items()}, ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)
