"""The page 配送パターン: a grid of regions and services with days and fees, each cell checked against the terms as it is typed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QWidget

from sellerdesk.domain.finding import MISSING, RANKS, Finding, badness
from sellerdesk.domain.template import TemplateCell
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import verdict_words
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable

FIELDS = ("days", "prime_fee", "other_fee")
FIRST_FIELD, VERDICT = 2, 5
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def region_words(region: str) -> str:
    """A region in the language of the moment."""
    return {
        "honshu": translate("Templates", "Honshu"),
        "shikoku": translate("Templates", "Shikoku"),
        "kyushu": translate("Templates", "Kyushu"),
        "hokkaido": translate("Templates", "Hokkaido"),
        "okinawa": translate("Templates", "Okinawa"),
        "remote": translate("Templates", "Remote islands"),
        "island": translate("Templates", "An island"),
        "international": translate("Templates", "International"),
    }[region]


def service_words(service: str) -> str:
    """A service in the language of the moment."""
    return {
        "expedited": translate("Templates", "Expedited"),
        "standard": translate("Templates", "Standard"),
        "same_day": translate("Templates", "Same Day"),
        "scheduled": translate("Templates", "Scheduled"),
    }[service]


class TemplateGridPage(QWidget):
    """The grid of one template at a time."""

    def __init__(self, desk: Desk) -> None:
        """No template yet."""
        super().__init__()
        self.desk = desk
        self.cells: list[TemplateCell] = []
        self.filling = False
        self.choice_label, self.choice = build.label(), QComboBox()
        self.choice.setMinimumHeight(32)
        self.choice.setMinimumWidth(260)
        self.count, self.hint = build.label("", bold=True), build.label("", "small", wrap=True)
        self.table = TextTable(VERDICT + 2, edited=True)
        self.table.setAlternatingRowColors(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.choice.currentIndexChanged.connect(self.fill)
        self.table.cellChanged.connect(self.edited)
        head = build.box(build.row(self.choice_label, self.choice, 12, self.count, None, margins=(16, 8, 12, 8)))
        self.empty = build.label("", "lead", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = build.box(build.row(self.hint, margins=(16, 8, 16, 8), grow=self.hint), "window")
        self.setLayout(build.column(head, build.hairline(), self.empty, self.table, build.hairline(), foot, gap=0, grow=self.table))
        desk.follow(lambda: tint.on_all("base", head, self))
        desk.take(self.load)
        desk.follow(self.dress)

    def load(self) -> None:
        """Take the templates: those of the shop's offers that are Prime, and those of the sheet."""
        state = self.desk.state
        names = sorted(state.prime_templates or ()) if state else []
        names += [cell.template for cell in (state.template_cells if state else ())]
        chosen = plain.chosen(self.choice)
        self.filling = True
        self.choice.clear()
        plain.offer(self.choice, *dict.fromkeys(names))
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.filling = False
        self.fill()

    def fill(self) -> None:
        """Show the grid of the chosen template with its verdicts."""
        state = self.desk.state
        if self.filling or state is None:
            return
        from sellerdesk.workflows.sfp import templates

        name = plain.chosen(self.choice)
        self.table.setVisible(bool(name))
        self.empty.setVisible(not name)
        self.cells = templates.grid(state.template_cells, name) if name else []
        found = templates.marks(self.cells, state.account, state.readings, self.desk.as_of)
        self.filling = True
        self.table.setRowCount(len(self.cells))
        for line, cell in enumerate(self.cells):
            self.fill_line(line, cell, found.get(cell.name, []))
        self.filling = False
        wrong = sum(any(one.outcome == "breach" for one in told) for told in found.values())
        self.count.setText(translate("Templates", "{count} cells break the terms").format(count=wrong) if wrong else "")
        tint.ink(self.count, "breach")

    def fill_line(self, line: int, cell: TemplateCell, found: list[Finding]) -> None:
        """One line: where, how, the three figures, the verdict and why."""
        worst = sorted(found, key=badness)
        first = worst[0] if worst else None
        told = "" if first is None else verdict_words(RANKS[first.outcome])
        texts = (cell.place or region_words(cell.region), service_words(cell.service))
        for place, text in enumerate((*texts, *(self.figure(cell, field) for field in FIELDS), told, self.why(worst))):
            item = plain.cell(text)
            is_field = FIRST_FIELD <= place < VERDICT
            item.setFlags(EDITABLE if is_field else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if is_field:
                item.setTextAlignment(RIGHT)
            if first is not None and first.outcome in ("breach", "check"):
                item.setBackground(QColor(theme.colour(f"{first.outcome}_bg")))
            if place == VERDICT and first is not None:
                item.setForeground(QColor(theme.colour(first.outcome if first.outcome != "ok" else "muted")))
            plain.set_tip(item, self.why(worst))
            self.table.setItem(line, place, item)

    @staticmethod
    def figure(cell: TemplateCell, field: str) -> str:
        """A figure as it is typed; not known is blank, not served a dash."""
        if cell.offered == "no":
            return "×" if field == "days" else ""
        value = getattr(cell, field)
        return "" if value is None else f"{value:,}"

    def why(self, found: list[Finding]) -> str:
        """What is wrong with a cell, with its clause."""
        from sellerdesk.reports.words import told
        from sellerdesk.workflows.terms import rule

        worth = [one for one in found if one.outcome != "ok"]
        return " / ".join(
            f"{told(one, rule(one.rule), self.desk.lang).text} [{', '.join(one.clauses)}]" for one in worth if one.case != MISSING
        ) or (told(worth[0], rule(worth[0].rule), self.desk.lang).text if worth else "")

    def edited(self, line: int, column: int) -> None:
        """Keep what was typed in a cell, and judge the grid again."""
        if not self.filling and FIRST_FIELD <= column < VERDICT:
            item = self.table.item(line, column)
            cell, field, text = self.cells[line], FIELDS[column - FIRST_FIELD], item.text() if item else ""
            QTimer.singleShot(0, self, lambda: self.take(cell, field, text))

    def take(self, cell: TemplateCell, field: str, text: str) -> None:
        """Keep one figure; what is none is said, and the grid shows what stands."""
        edits.set_template_cell(self.desk, cell, field, text)
        self.fill()

    def dress(self) -> None:
        """Words and colours."""
        self.choice_label.setText(translate("Templates", "Prime shipping template"))
        self.choice.setAccessibleName(translate("Templates", "Prime shipping template"))
        self.table.setAccessibleName(translate("Templates", "Regions, services, days and fees"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Templates", "Region"),
                translate("Templates", "Service"),
                translate("Templates", "Days"),
                translate("Templates", "Fee for Prime (yen)"),
                translate("Templates", "Fee for others (yen)"),
                translate("Column", "Verdict"),
                translate("Column", "Why"),
            ]
        )
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStyleSheet(theme.header_style(10))
        for place in range(VERDICT + 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(VERDICT + 1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(30)
        self.empty.setText(
            translate(
                "Templates",
                "Tick your Prime shipping templates first, or open a sheet of templates (template, region, service, days, fees).",
            )
        )
        how = translate(
            "Templates", "Type the days and fees as they stand in Seller Central; × in days means not served, blank means not known."
        )
        self.hint.setText(how + " " + translate("Templates", "Fees for buyers without Prime are your own affair."))
        for words in (self.choice_label, self.hint, self.empty):
            tint.ink(words, "muted")
        build.slim(self.table)
        self.fill()
