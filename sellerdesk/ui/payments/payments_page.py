"""The page 入出金: kinds as rows, months as columns, what is not placed always in sight, and beside it what may be claimed."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableWidget, QVBoxLayout, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import ActionBar, BarButton, Buttons
from sellerdesk.ui.payments.findings import add_finding
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.empty_state import Empty
from sellerdesk.ui.widgets.text_table import TextTable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOT_PLACED, TOTAL = "not_placed", "total"
MONTH_WIDTH, NAME_WIDTH, PANEL = 118, 250, 384
SHOWN = 40
"""Findings in the panel; the table that is saved holds every row."""


class PaymentsPage(QWidget):
    """The saved payments, as the last judging added them up."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is added up yet."""
        super().__init__()
        self.desk = desk
        self.sums = build.label("", bold=True, wrap=True)
        self.unplaced = build.label("", wrap=True)
        self.table = TextTable(1)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectItems)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 12, 20, 12)
        self.content.setSpacing(6)
        self.panel = build.scrolled(build.box(self.content), PANEL)
        self.panel.setFixedWidth(PANEL)
        self.save = build.button()
        self.save.clicked.connect(self.export)
        self.empty = Empty(lambda: None)
        self.head = build.box(build.column(self.sums, self.unplaced, gap=2, margins=(16, 8, 16, 8)))
        self.bar = ActionBar(desk, self.table, Buttons(others=[BarButton(self.save, "save")]))
        middle = build.box(build.row(self.table, self.panel, gap=0, grow=self.table))
        full = build.box(build.column(self.head, build.hairline(), middle, build.hairline(), self.bar, gap=0, grow=middle))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(full)
        self.setLayout(build.column(self.stack, gap=0))
        desk.take(self.tell)
        desk.follow(self.dress)

    def told(self) -> dict[str, Any]:
        """What the last judging kept of the payments."""
        state = self.desk.state
        return dict(state.judged.get("payments", {})) if state else {}

    def tell(self) -> None:
        """Show the months, the sums and what was found."""
        told = self.told()
        self.stack.setCurrentIndex(1 if told else 0)
        self.bar.allow(rows=bool(told))
        if not told:
            self.say_empty()
            return
        self.fill(told)
        self.tell_sums(told)
        self.tell_findings(told)

    def say_empty(self) -> None:
        """What the page does, and which file it wants."""
        text = translate(
            "Payments",
            "Open the transactions by date range (Payments, Reports Repository) or a settlement report (flat file V2), one month or many. "
            "What was paid and taken is placed by kind; the same row counts once. Buyers' towns and postal codes are not kept.",
        )
        self.empty.say(translate("Payments", "No payments yet"), text, "", opens=True)

    def fill(self, told: dict[str, Any]) -> None:
        """Kinds as rows, months as columns, the newest last; what is not placed above the total."""
        from sellerdesk.reports.words import say

        months, rows = told["months"], {**told["rows"], TOTAL: [sum(column) for column in zip(*told["rows"].values(), strict=True)]}
        self.table.setColumnCount(len(months) + 1)
        self.table.setHorizontalHeaderLabels(["", *(self.month(month, told["last_day"]) for month in months)])
        words = [say(self.desk.lang, f"payment_row.{name}") for name in rows]
        figures = [[f"{amount:,}".replace("-", "−") for amount in yen] for yen in rows.values()]
        self.table.fill(([word, *line] for word, line in zip(words, figures, strict=True)), figures=range(1, len(months) + 1))
        for place, amount in enumerate(rows[NOT_PLACED], start=1):
            if amount and (cell := self.table.item(list(rows).index(NOT_PLACED), place)) is not None:
                cell.setBackground(theme.colour("check_bg"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if len(months) <= 3 else QHeaderView.ResizeMode.Interactive)  # noqa: PLR2004 (wider ones scroll)
        self.table.setColumnWidth(0, NAME_WIDTH)
        for place in range(1, len(months) + 1):
            self.table.setColumnWidth(place, max(MONTH_WIDTH, header.sectionSizeHint(place)))

    @staticmethod
    def month(month: str, last_day: str) -> str:
        """A month's title; one that is not over says up to which day its rows go."""
        if last_day[:7] != month or last_day[8:] in ("30", "31"):
            return month
        return translate("Payments", "{month} (to the {day})").format(month=month, day=int(last_day[8:]))

    def tell_sums(self, told: dict[str, Any]) -> None:
        """The newest whole month: what returns cost, what was refunded, what may be had back, what is not placed."""
        months, rows = told["months"], told["rows"]
        place = len(months) - (2 if len(months) > 1 and told["last_day"][8:] < "28" else 1)
        words = translate("Payments", "{month}: labels of returns ¥{labels}, refunded ¥{refunds}. You may get back ¥{back} ({count}).")
        self.sums.setText(words.format(
            month=months[place], labels=f"{-rows['labels'][place]:,}", refunds=f"{-rows['refunds'][place]:,}",
            back=f"{told['back']['yen']:,}", count=f"{told['back']['count']:,}",
        ))  # fmt: skip
        unplaced = [(month, yen) for month, yen in zip(months, rows[NOT_PLACED], strict=True) if yen]
        words = translate("Payments", "Not placed in {month}: ¥{yen}")
        some = "  ".join(words.format(month=month, yen=f"{yen:,}") for month, yen in unplaced)
        self.unplaced.setText(some if unplaced else translate("Payments", "Nothing is left unplaced: every amount has its kind"))
        tint.ink(self.unplaced, "check" if unplaced else "muted")

    def tell_findings(self, told: dict[str, Any]) -> None:
        """What was found, the worst first."""
        from sellerdesk.workflows.payments.kept import findings_of

        build.emptied(self.content)
        found = findings_of(told)
        title = translate("Payments", "Findings: {count}").format(count=f"{told['count']:,}") if found else ""
        title = title or translate("Payments", "No charge to look at")
        self.content.addWidget(build.label(title, "lead", bold=True, wrap=True))
        for one in found[:SHOWN]:
            add_finding(self.content, one, self.desk.lang)
        self.content.addStretch(1)
        tint.on_all("base", self.panel, build.viewport(self.panel))

    def export(self) -> None:
        """Ask for the table's name and have it written beside the window."""
        kinds = translate("Payments", "Excel workbook (*.xlsx);;CSV (*.csv)")
        suggested = file_dialogs.dated(translate("Payments", "Payments by month"), self.desk.as_of, ".xlsx")
        name, _kind = file_dialogs.to_write(self, translate("Payments", "Save payments"), suggested, kinds)
        if name:
            work = translate("Payments", "Writing payments")
            args = ["export", "payments", "--by", "row", "--json", "--as-of", self.desk.as_of, "--out", name]
            self.desk.run(work, args, file=Path(name))

    def dress(self) -> None:
        """Words and colours."""
        self.save.setText(translate("Payments", "Save all rows…"))
        self.bar.note.setText(translate("Payments", "Payouts are in no row: they are no income and no cost."))
        self.table.setAccessibleName(translate("Payments", "Payments by month"))
        tint.on_all("base", self.head, self)
        self.tell()
