"""A dialog that lists rows of texts under a sentence, and may stay open beside the work."""

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QTableWidget

from sellerdesk.ui.desk import clipboard
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable


class ListDialog(Dialog):
    """A list, made by a subclass of what it knows; it is only read, unless a subclass has acts for its rows."""

    def lay_out(
        self,
        title: str,
        note: str,
        titles: Sequence[str],
        rows: Iterable[Sequence[str]],
        size: tuple[int, int],
        *,
        figures: Collection[int] = (),
        wide: int = -1,
        widest: int = 0,
        acts: Sequence[QPushButton] = (),
    ) -> None:
        """Put it together: its title, a sentence above the list ("" for none), titles of the columns, rows, width and height in pixels.

        `figures` are the columns set to the right, `wide` is the one that takes what room is left, `widest` how many letters one
        is wide at most (0: as many as its words have), `acts` are buttons for what can be done with a row.
        """
        self.setWindowTitle(title)
        self.table = TextTable(len(titles))
        self.table.widest = widest
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.title(titles, wide=wide)
        self.table.fill(rows, figures)
        self.table.sort_on_press()
        self.table.setAccessibleName(title)
        self.table.copied.connect(partial(clipboard.say_rows, self.desk))
        words = build.label(note, wrap=True)
        words.setVisible(bool(note))
        close = build.button(translate("List", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(build.column(words, self.table, build.row(*acts, None, close), margins=(16, 16, 16, 16), grow=self.table))
        self.resize(QSize(*size).boundedTo(self.screen().availableSize()))
