"""The page 料金表: what two carriers take from one's prefecture, zones folded, by list or by contract, since when and how sure."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidget, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable, in_order
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.domain.parcel import ContractFare, Fare, NoFare
    from sellerdesk.workflows.returns.zones import Zone

PANEL, TITLE_ROOM, BESIDE, BEFORE = 184, 14, 17, 6
"""Pixels of the panel, above and below two lines of a title, beside a figure, and before a title: all sizes of two carriers fit 1180."""
TOKYO = 12
"""The place of Tokyo in the list from north to south."""
VIEWS = ("list", "own", "difference")
LARGE = 160
"""cm; larger sizes are shown when they are asked for."""
OTHER = "yupack"


class FaresPage(Page):
    """A line for each zone that both carriers price alike, one's own prefecture first; a press on a zone opens it."""

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table)

    def __init__(self, desk: Desk) -> None:
        """Nothing is chosen yet."""
        super().__init__()
        self.desk = desk
        self.zones: list[Zone] = []
        self.opened: set[str] = set()
        self.own_fares: tuple[ContractFare, ...] = ()
        self.lines: list[tuple[str, bool]] = []
        self.by: tuple[int, Qt.SortOrder] | None = None
        self.from_label, self.origin, self.view = build.label(), QComboBox(), build.segments(len(VIEWS))
        self.methods = [QComboBox(), QComboBox()]
        self.large, self.note = build.flat(), build.label("", "small", wrap=True)
        self.large.setCheckable(True)
        self.table, self.own = TextTable(0, before=BEFORE), build.button()
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.detail = build.label("", wrap=True)
        self.panel = build.scrolled(build.box(build.column(self.detail, None, margins=(12, 12, 12, 12))), PANEL)
        self.panel.setMaximumWidth(PANEL + build.ROOM)
        self.own.clicked.connect(self.show_own)
        for box in (self.origin, *self.methods):
            box.setMinimumHeight(32)
            box.currentIndexChanged.connect(self.tell)
        self.view.currentChanged.connect(self.tell)
        self.large.toggled.connect(self.tell)
        self.table.sort_on_press(self.sort)
        self.table.cellClicked.connect(self.turn_zone)
        self.table.currentCellChanged.connect(self.tell_cell)
        head = QWidget()
        line = Flow(head, build.GAP, (16, 8, 12, 8))
        for part in (self.from_label, self.origin, self.view, *self.methods, self.large):
            line.addWidget(part)
        middle = build.box(build.row(self.table, self.panel, gap=0, grow=self.table))
        foot = build.box(build.row(self.own, 12, self.note, margins=(16, 8, 16, 8), grow=self.note), "window")
        self.setLayout(build.column(head, build.hairline(), middle, build.hairline(), foot, gap=0, grow=middle))
        desk.follow(lambda: tint.fill_backgrounds("base", head, self))
        desk.other_shop.connect(self.forget)
        desk.on_rows(self.tell)
        desk.account_changed.connect(self.tell)
        desk.follow(self.restyle)

    def fill(self) -> None:
        """The methods and prefectures, in the language of the moment; what was chosen stays."""
        from sellerdesk.workflows.fares import methods, prefecture_names, prefecture_number

        lang = self.desk.lang
        named = [(method.name.in_(lang), name) for name, method in methods().items()]
        there = prefecture_names(lang)
        ships_from = self.desk.state.account.ships_from if self.desk.state else None
        home = (prefecture_number(ships_from) if ships_from else None) or TOKYO + 1
        other = next(place for place, (_words, name) in enumerate(named) if name == OTHER)
        for box, items, first in (
            (self.origin, [(name, name) for name in there], home - 1),
            *((box, named, place) for box, place in zip(self.methods, (0, other), strict=True)),
        ):
            before = box.currentIndex()
            box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            box.clear()
            for words, value in items:
                box.addItem(words, value)
            box.setCurrentIndex(before if before >= 0 else first)
            box.blockSignals(False)  # noqa: FBT003 (as above)

    def forget(self) -> None:
        """Another shop comes: it sends from elsewhere, and the methods, the view and the open zones were of the one before."""
        self.opened, self.by = set(), None
        for box in (self.origin, *self.methods):
            box.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            box.setCurrentIndex(-1)
            box.blockSignals(False)  # noqa: FBT003 (as above)
        self.fill()
        self.view.setCurrentIndex(0)
        self.large.setChecked(False)

    def chosen(self) -> tuple[str, str]:
        """The two methods that stand side by side."""
        first, second = (str(box.currentData()) for box in self.methods)
        return first, second

    def sizes(self) -> list[tuple[int, int]]:
        """The columns: which of the two methods, and the size in cm (0: one price for all)."""
        from sellerdesk.workflows.fares import methods

        most = LARGE if not self.large.isChecked() else 1_000
        return [(place, size) for place, name in enumerate(self.chosen()) for size in methods()[name].sizes or (0,) if size <= most]

    def tell(self) -> None:
        """Show the fares of the day of the terms."""
        if self.origin.count() == 0:
            return
        from sellerdesk.workflows.returns.zones import zones

        self.fetch_own()
        origin, day = str(self.origin.currentData()), self.desk.as_of
        self.zones = zones(self.chosen(), self.sizes(), origin, day, self.desk.lang)
        columns = self.sizes()
        self.lines = [
            line
            for zone in self.in_order(columns)
            for line in ((zone.places[0], True), *((place, False) for place in zone.places if zone.places[0] in self.opened))
        ]
        self.table.setColumnCount(len(columns) + 1)
        self.table.title((translate("Tariffs", "Buyer's prefecture"), *(self.title(*column) for column in columns)), wide=0)
        self.table.horizontalHeader().setFixedHeight(2 * self.table.horizontalHeader().fontMetrics().height() + TITLE_ROOM)
        rows = [(self.name(place, head=head), *self.figures(place, columns)) for place, head in self.lines]
        self.table.fill(rows, figures=range(1, len(columns) + 1))
        self.mark(columns, origin)
        self.narrow(len(columns))
        self.table.show_order(self.by)
        self.note.setText(self.source_words(columns, day))

    def in_order(self, columns: list[tuple[int, int]]) -> "list[Zone]":
        """The zones from north to south, one's own first, or by what a size costs to them."""
        if self.by is None or not 0 < self.by[0] <= len(columns):
            return self.zones
        place, order = self.by
        return in_order(self.zones, lambda zone: self.figures(zone.places[0], columns)[place - 1], order)

    def sort(self, place: int, order: Qt.SortOrder) -> None:
        """Sort the zones by a size; a press on the prefectures puts them back from north to south."""
        self.by = (place, order) if place > 0 else None
        self.tell()

    def title(self, place: int, size: int) -> str:
        """A size over its column, with the carrier over the first of its own."""
        words = translate("Returns", "size {cm}").format(cm=size) if size else translate("Tariffs", "one price")
        first = next(each for which, each in self.sizes() if which == place)
        return f"{self.methods[place].currentText() if size == first else ''}\n{words}"

    def narrow(self, count: int) -> None:
        """Columns of figures as narrow as their words, so that both carriers are in sight side by side."""
        header = self.table.horizontalHeader()
        for column in range(1, count + 1):
            title = self.table.horizontalHeaderItem(column)
            lines = title.text().split("\n") if title is not None else []
            wide = [header.fontMetrics().horizontalAdvance(words) + BESIDE for words in lines]
            self.table.setColumnWidth(column, max(*wide, self.table.sizeHintForColumn(column), 0))  # with the figures that are bold
        self.table.spread()

    def name(self, place: str, *, head: bool) -> str:
        """A zone by its first prefecture and how many more it has, or a prefecture of an opened one."""
        zone = next(zone for zone in self.zones if place in zone.places)
        if not head:
            return f"　　{place}"
        if len(zone.places) == 1:
            return self.marked(place)
        arrow = "▾" if place in self.opened else "▸"
        more = translate("Tariffs", "{place} and {count} more").format(place=place, count=len(zone.places) - 1)
        return f"{arrow} {more}"

    def marked(self, place: str) -> str:
        """A prefecture, marked where it is the shop's, or where it stands in for one that was not told."""
        from sellerdesk.workflows.fares import prefecture_number

        if place != self.origin.currentText():
            return place
        home = self.desk.state.account.ships_from if self.desk.state else None
        if not home:
            return translate("Tariffs", "{place} (an example)").format(place=place)
        is_mine = prefecture_number(home) == self.origin.currentIndex() + 1
        return translate("Tariffs", "{place} (your shop)").format(place=place) if is_mine else place

    def figures(self, place: str, columns: list[tuple[int, int]]) -> list[str]:
        """The figures of a line: list prices, contract fares, or how much the contract is above or below the list."""
        view, words = VIEWS[max(0, self.view.currentIndex())], []
        for which, size in columns:
            listed, own = self.priced(which, size, place, own=False), self.priced(which, size, place, own=True)
            yen, mine = yen_of(listed), yen_of(own) if getattr(own, "tariff", 1) is None else None
            if view == "difference":
                words.append("–" if yen is None or mine is None else f"{mine - yen:+,}".replace("-", "−"))
            else:
                count = yen if view == "list" else mine
                words.append("–" if count is None else f"{count:,}")
        return words

    def priced(self, which: int, size: int, place: str, *, own: bool) -> "Fare | NoFare":
        """A fare by list or, where there is one, by the shop's contract."""
        from sellerdesk.domain.parcel import Parcel
        from sellerdesk.workflows.fares import fare

        parcel = Parcel(self.chosen()[which], self.desk.as_of, size or None, None, place, str(self.origin.currentData()))
        return fare(parcel, self.contracts() if own else ())

    def contracts(self) -> "tuple[ContractFare, ...]":
        """The shop's own fares."""
        return self.own_fares

    def fetch_own(self) -> None:
        """Fetch the shop's own fares, once for every change."""
        from sellerdesk.workflows.returns import assumptions

        there = self.desk.attempt(lambda: assumptions.fares(self.desk.store)) if self.desk.has_shop() else ()
        self.own_fares = tuple(there or ())

    def mark(self, columns: list[tuple[int, int]], origin: str) -> None:
        """Tint one's own prefecture; of two carriers the cheaper of each size is bold."""
        bold = theme.font(bold=True)
        for line, (place, _head) in enumerate(self.lines):
            cheapest: dict[int, int] = {}
            for which, size in columns:
                yen = yen_of(self.priced(which, size, place, own=False))
                if yen is not None:
                    cheapest[size] = min(yen, cheapest.get(size, yen))
            for column, (which, size) in enumerate(columns, start=1):
                cell = self.table.item(line, column)
                yen = yen_of(self.priced(which, size, place, own=False))
                if cell is not None and yen is not None and yen == cheapest[size] and VIEWS[self.view.currentIndex()] == "list":
                    cell.setFont(bold)
            for column in range(len(columns) + 1):
                if place == origin and (cell := self.table.item(line, column)) is not None:
                    cell.setBackground(theme.colour("accent_soft"))

    def turn_zone(self, line: int, column: int) -> None:
        """Open or fold a zone."""
        place, head = self.lines[line]
        if column == 0 and head:
            self.opened ^= {place}
            self.tell()

    def tell_cell(self, line: int, column: int, *_before: int) -> None:
        """What both carriers take for the way and size in sight, by list and by contract, since when and how sure."""
        columns = self.sizes()
        if not (0 <= line < len(self.lines) and 1 <= column <= len(columns)):
            return
        from sellerdesk.workflows.fares import method_names
        from sellerdesk.writers.quote_words import no_fare, table_name

        place, size = self.lines[line][0], columns[column - 1][1]
        words = [f"{place} → {self.origin.currentText()}", translate("Returns", "size {cm}").format(cm=size) if size else "", ""]
        for which, box in enumerate(self.methods):
            listed, own = self.priced(which, size, place, own=False), self.priced(which, size, place, own=True)
            yen, mine = yen_of(listed), yen_of(own) if getattr(own, "tariff", 1) is None else None
            words.append(box.currentText())
            if yen is None:
                words += [no_fare(listed, method_names(), self.desk.lang), ""]  # type: ignore[arg-type]  # it has no yen
                continue
            words.append(translate("Tariffs", "List price: ¥{yen}").format(yen=f"{yen:,}"))
            none = translate("Tariffs", "Your contract: none")
            words.append(translate("Tariffs", "Your contract: ¥{yen}").format(yen=f"{mine:,}") if mine is not None else none)
            if mine is not None:
                less, more = translate("Tariffs", "¥{yen} less"), translate("Tariffs", "¥{yen} more")
                words.append((less if mine <= yen else more).format(yen=f"{abs(mine - yen):,}"))
            words += [table_name(listed, self.desk.lang), ""]  # type: ignore[arg-type]  # it has a table
        self.detail.setText("\n".join(words))

    def source_words(self, columns: list[tuple[int, int]], day: date) -> str:
        """The day of the prices, and the tables that they are from."""
        from sellerdesk.writers.quote_words import table_name

        found = [self.priced(which, size, zone.places[0], own=False) for zone in self.zones for which, size in columns]
        seen = dict.fromkeys(table_name(fare, self.desk.lang) for fare in found if yen_of(fare) is not None)  # type: ignore[arg-type]  # as above
        if not seen:
            return translate("Tariffs", "No table of fares is known for {day}.").format(day=day.isoformat())
        text = {
            "list": translate("Tariffs", "Cash list prices with tax, without discounts, on {day}. Bold: the cheaper one."),
            "own": translate("Tariffs", "Your contract fares with tax, on {day}; a dash where there is none."),
            "difference": translate("Tariffs", "Your contract fares less the cash list prices, on {day}: − is less."),
        }[VIEWS[max(0, self.view.currentIndex())]]
        opens = translate("Tariffs", "A press on ▸ opens a zone.")
        return f"{text.format(day=day.isoformat())} {opens} {' · '.join(seen)}"

    def show_own(self) -> None:
        """Show the shop's own fares."""
        from sellerdesk.ui.returns.assumptions_dialog import Assumed

        Assumed(self.desk, self.window()).show()

    def restyle(self) -> None:
        """Words and colours."""
        self.own.setText(translate("Returns", "Own figures and fares…"))
        self.from_label.setText(translate("Tariffs", "Your prefecture"))
        self.origin.setAccessibleName(self.from_label.text())
        for box in self.methods:
            box.setAccessibleName(translate("Tariffs", "Method"))
        words = translate("Tariffs", "List"), translate("Tariffs", "Contract"), translate("Tariffs", "Difference")
        for place, text in enumerate(words):
            self.view.setTabText(place, text)
        build.restyle_segments(self.view)
        self.view.setAccessibleName(translate("Tariffs", "What is shown"))
        self.large.setText(translate("Tariffs", "Sizes above 160 too"))
        self.table.setAccessibleName(translate("Tariffs", "Fares"))
        self.detail.setText(translate("Tariffs", "Choose a figure to see both carriers, your contract, and since when it holds."))
        plain.set_tip(self.large, translate("Tariffs", "Sizes above 160 too"))
        for label in (self.from_label, self.note):
            tint.colour_text(label, "muted")
        build.slim(self.panel)
        self.fill()
        self.tell()


def yen_of(found: "Fare | NoFare") -> int | None:
    """The yen of a fare; None where there is none."""
    from sellerdesk.domain.parcel import NoFare

    return None if isinstance(found, NoFare) else found.yen
