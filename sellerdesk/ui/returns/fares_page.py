"""The page 料金表: what sending a parcel costs from one's prefecture to every other, by the table of the day, with its dates."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WIDTH = 92
TOKYO = 12
"""The place of Tokyo in the list from north to south."""


class FaresPage(QWidget):
    """A table of fares: a line for each prefecture, a column for each size."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is chosen yet."""
        super().__init__()
        self.desk = desk
        self.method_label, self.method = build.label(), QComboBox()
        self.from_label, self.origin = build.label(), QComboBox()
        self.note = build.label("", wrap=True)
        self.table, self.own = TextTable(0), build.button()
        self.own.clicked.connect(self.show_own)
        for box in (self.method, self.origin):
            box.setMinimumHeight(32)
            box.currentIndexChanged.connect(self.tell)
        head = build.box(build.row(self.method_label, self.method, 16, self.from_label, self.origin, None, margins=(16, 8, 12, 8)))
        foot = build.box(build.row(self.own, 12, self.note, margins=(16, 8, 16, 8), grow=self.note), "window")
        self.setLayout(build.column(head, build.hairline(), self.table, build.hairline(), foot, gap=0, grow=self.table))
        desk.follow(lambda: tint.on_all("base", head, self))
        desk.take(self.tell)
        desk.follow(self.dress)

    def fill(self) -> None:
        """The methods and prefectures, in the language of the moment; what was chosen stays."""
        from sellerdesk.readers import prefectures
        from sellerdesk.workflows.fares import methods

        lang = self.desk.lang
        method, origin = max(0, self.method.currentIndex()), self.origin.currentIndex()
        for box, items in (
            (self.method, [(one.name.in_(lang), name) for name, one in methods().items()]),
            (self.origin, [(name, name) for name in prefectures.listed(lang)]),
        ):
            box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            box.clear()
            for words, value in items:
                box.addItem(words, value)
            box.blockSignals(False)  # noqa: FBT003 (as above)
        self.method.setCurrentIndex(method)
        self.origin.setCurrentIndex(origin if origin >= 0 else TOKYO)

    def tell(self) -> None:
        """Show the fares of the day of the terms."""
        if self.method.count() == 0:
            return
        from sellerdesk.readers import prefectures
        from sellerdesk.workflows.fares import methods

        method, origin, day = str(self.method.currentData()), str(self.origin.currentData()), self.desk.as_of
        sizes = methods()[method].sizes or (0,)
        places = prefectures.listed(self.desk.lang)
        self.table.setColumnCount(len(sizes) + 1)
        one = translate("Tariffs", "one price")
        self.table.setHorizontalHeaderLabels([translate("Tariffs", "To"), *(str(size) if size else one for size in sizes)])
        seen: dict[str, None] = {}
        rows = []
        for place in places:
            fares = [self.cell(method, size, (origin, place), day) for size in sizes]
            seen |= dict.fromkeys(source for _words, source in fares)
            rows.append((place, *(words for words, _source in fares)))
        self.table.fill(rows, figures=range(1, len(sizes) + 1))
        for column in range(1, len(sizes) + 1):
            self.table.setColumnWidth(column, max(WIDTH, self.table.columnWidth(column)))
        told = translate("Tariffs", "Cash list prices with tax, without discounts, on {day}.").format(day=day.isoformat())
        self.note.setText(told + " " + " · ".join(source for source in seen if source))

    def cell(self, method: str, size: int, way: tuple[str, str], day: date) -> tuple[str, str]:
        """A fare, and the table that it is from or why there is none."""
        from sellerdesk.domain.parcel import NoFare, Parcel
        from sellerdesk.reports.quote_words import no_fare, table_name
        from sellerdesk.workflows.fares import fare, method_names

        found = fare(Parcel(method, day, size or None, None, *way))
        if isinstance(found, NoFare):
            return "–", no_fare(found, method_names(), self.desk.lang)
        return f"{found.yen:,}", table_name(found, self.desk.lang)

    def show_own(self) -> None:
        """Show the shop's own fares."""
        from sellerdesk.ui.returns.assumptions_dialog import Assumed

        Assumed(self.desk, self.window()).show()

    def dress(self) -> None:
        """Words and colours."""
        self.own.setText(translate("Returns", "Own figures and fares…"))
        self.method_label.setText(translate("Tariffs", "Method"))
        self.from_label.setText(translate("Tariffs", "From"))
        self.method.setAccessibleName(self.method_label.text())
        self.origin.setAccessibleName(self.from_label.text())
        self.table.setAccessibleName(translate("Tariffs", "Fares"))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(RIGHT)
        header.setStyleSheet(theme.header_style(10))
        build.slim(self.table)
        for words in (self.method_label, self.from_label, self.note):
            tint.ink(words, "muted")
        self.fill()
        self.tell()
