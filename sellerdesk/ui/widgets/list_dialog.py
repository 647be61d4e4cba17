"""A dialog that lists rows of texts under a sentence, and may stay open beside the work."""

from collections.abc import Iterable, Sequence

from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable


class ListDialog(Dialog):
    """A list, made by a subclass of what it knows; it is only read."""

    def lay_out(self, title: str, note: str, titles: Sequence[str], rows: Iterable[Sequence[str]], size: tuple[int, int]) -> None:
        """Put it together: its title, a sentence above the list ("" for none), titles of the columns, rows, width and height in pixels."""
        self.setWindowTitle(title)
        self.table = TextTable(len(titles))
        self.table.title(titles)
        self.table.fill(rows)
        self.table.setAccessibleName(title)
        words = build.label(note, wrap=True)
        words.setVisible(bool(note))
        close = build.button(translate("List", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(build.column(words, self.table, build.row(None, close), margins=(16, 16, 16, 16), grow=self.table))
        self.resize(*size)
