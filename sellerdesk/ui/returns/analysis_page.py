"""The page 分析: what returns cost by reason, SKU, category and month, the ten dearest SKUs, and what it would be otherwise."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTableWidget, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.returns import analysis_paper
from sellerdesk.ui.returns.analysis_words import PERIODS, kind_words, months_note, months_of, months_shown, none_words, year_before
from sellerdesk.ui.returns.cost_figures import CostFigures
from sellerdesk.ui.returns.month_columns import Month, MonthColumns
from sellerdesk.ui.returns.outside_period import OutsidePeriod
from sellerdesk.ui.returns.period_choice import PeriodChoice
from sellerdesk.ui.returns.share_table import ShareTable, yen_words
from sellerdesk.ui.returns.what_if_box import WhatIfBox
from sellerdesk.ui.style import icons, plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.empty_state import Empty
from sellerdesk.ui.widgets.text_table import TextTable
from sellerdesk.ui.widgets.wrapping_row import Flow
from sellerdesk.workflows.returns.analysis import (
    CostEntry,
    CostShare,
    added,
    commonest_reasons,
    entries,
    whole,
    within,
)

BY = ("reason", "sku", "category", "month")
LEAST, LEAST_TABLE, LEAST_ITEM = 640, 150, 120
"""Pixels of the page's width, of a table's height, and of an item's name in it."""
TEN, MOST = 10, 500
"""SKUs in the list of the dearest; lines of the table, for the workbook holds all."""


class Sides(QSplitter):
    """The halves of the page; they scroll together where letters are so large that not all of it has room."""

    def minimumSizeHint(self) -> QSize:
        """As high as the higher side needs in its present width: broken lines count."""
        tall = (side.layout().minimumHeightForWidth(side.width()) for side in (self.widget(0), self.widget(1)))  # type: ignore[union-attr]  # both have one
        return QSize(super().minimumSizeHint().width(), max(tall))


class AnalysisPage(Page):
    """What the judged returns come to; nothing here is judged anew."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is added up yet."""
        super().__init__()
        self.desk = desk
        self.every: list[CostEntry] = []
        self.picked = ""
        self.by_label, self.by, self.period = build.label(), build.segments(len(BY)), PeriodChoice()
        self.figures, self.dropped = CostFigures(), build.button(height=28)
        self.table, self.months, self.suppose = ShareTable(), MonthColumns(), WhatIfBox(desk)
        self.outside = OutsidePeriod()
        self.dearest = TextTable(5, least=LEAST_ITEM)
        for table in (self.table, self.dearest):
            table.setMinimumHeight(LEAST_TABLE)
        self.dearest.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.heads = {name: build.label("", "lead", bold=True) for name in ("table", "months", "dearest")}
        self.notes = {name: build.label("", "small", "muted", wrap=True) for name in self.heads}
        self.what_if, self.save, self.paper = build.button(), build.button(), build.button()
        self.note = build.label("", "small", "muted", wrap=True)
        self.empty, self.stack = Empty(desk, lambda: None), QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.lay_out())
        self.setLayout(build.column(self.stack, gap=0))
        self.connect_parts()

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table, self.empty)

    def connect_parts(self) -> None:
        """What is pressed and chosen."""
        self.by.currentChanged.connect(self.turn)
        self.period.currentIndexChanged.connect(self.tell)
        self.table.itemSelectionChanged.connect(self.pick)
        self.dropped.clicked.connect(self.drop_pick)
        self.outside.wide.connect(lambda: self.period.setCurrentIndex(PERIODS.index("all")))
        self.what_if.clicked.connect(self.show_what_if)
        self.suppose.more.connect(self.show_what_if)
        self.save.clicked.connect(self.export)
        self.paper.clicked.connect(self.choose_paper)
        self.desk.other_shop.connect(self.forget)
        self.desk.on_rows(self.load)
        self.desk.follow(self.restyle)

    def forget(self) -> None:
        """Another shop comes: the period and the way to look at it were chosen in the one before."""
        for field in (self.by, self.period):
            field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            field.setCurrentIndex(0)
            field.blockSignals(False)  # noqa: FBT003 (as above)

    def lay_out(self) -> QWidget:
        """How it is looked at and the sums; the table over the months; the dearest SKUs over what-if."""
        head = QWidget()
        line = Flow(head, 12, (16, 8, 16, 8))
        for part in (self.by_label, self.by, self.period, self.figures, self.dropped):
            line.addWidget(part)
        left = build.column(self.titled("table"), self.table, self.titled("months"), self.months, gap=0, grow=self.table)
        right = build.column(self.titled("dearest"), self.dearest, self.suppose, gap=0, grow=self.dearest)
        splitter = Sides()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for side in (left, right):
            splitter.addWidget(build.box(side, "base"))
        bar = build.row(self.what_if, self.save, self.paper, 12, self.note, margins=(16, 8, 16, 8), grow=self.note)
        foot = build.box(bar, "window")
        area = build.scrolled(splitter, LEAST)
        top = tint.fill_background(head, "base")
        return build.box(build.column(top, build.hairline(), self.outside, area, build.hairline(), foot, gap=0, grow=area))

    def titled(self, name: str) -> QWidget:
        """The title of a part, with what is to be known of it beside."""
        return build.box(build.row(self.heads[name], self.notes[name], margins=(16, 8, 16, 6), grow=self.notes[name]), "base")

    # what is added up

    def load(self) -> None:
        """Take the returns that came."""
        from sellerdesk.workflows.returns.reasons import rows_by_word

        store, paid = self.desk.store, {}
        if self.desk.state:
            paid = dict(self.desk.state.judged.get("payments", {}).get("returns", {}))
        named = self.desk.attempt(lambda: rows_by_word(store, self.desk.as_of)) if self.desk.returns else {}
        self.every = entries(self.desk.returns, named or {}, paid)
        self.picked = ""
        self.period.offer(self.desk.as_of, [entry.month for entry in self.every])
        self.tell()

    def chosen(self) -> list[CostEntry]:
        """The returns of the period."""
        period = self.period.chosen()
        return self.every if period == "all" else within(self.every, months_of(period, self.desk.as_of))

    def kind(self) -> str:
        """What is added up by."""
        return BY[max(0, self.by.currentIndex())]

    def turn(self) -> None:
        """Look at it in another way; what was picked is dropped."""
        self.picked = ""
        self.tell()

    def tell(self) -> None:
        """Show every part anew."""
        self.stack.setCurrentIndex(int(bool(self.every)))
        if not self.every:
            self.say_empty()
            return
        found = self.chosen()
        self.outside.tell([entry.month for entry in self.every], self.period.chosen(), chosen=len(found))
        shares = self.shares(found)
        self.table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.table.load(self.kind_words(), shares, [self.name(self.kind(), share.key) for share in shares])
        self.table.say_none(none_words(self.period.chosen()))
        line = next((place for place, share in enumerate(shares) if self.picked and share.key == self.picked), -1)
        self.table.selectRow(line) if line >= 0 else self.table.clearSelection()
        self.table.blockSignals(False)  # noqa: FBT003 (as above)
        self.tell_rest(found)

    def shares(self, found: list[CostEntry]) -> list[CostShare]:
        """The lines of the table: months in their order, all else the dearest first."""
        shares = added(found, self.kind())
        return sorted(shares, key=lambda share: share.key) if self.kind() == "month" else shares[:MOST]

    def tell_rest(self, found: list[CostEntry]) -> None:
        """The sums, the months and the dearest SKUs: of the line that is picked, or of all."""
        some = [entry for entry in found if not self.picked or getattr(entry, self.kind()) == self.picked]
        self.figures.show_sums(whole(some), self.before(some))
        self.tell_months()
        self.tell_dearest(some)
        self.dropped.setVisible(bool(self.picked))
        self.dropped.setText(plain.literal(translate("Analysis", "Only “{name}”  ×").format(name=self.name(self.kind(), self.picked))))
        rows = [(share.key, self.name("reason", share.key)) for share in added(found, "reason") if share.key.isdecimal() and share.yen]
        self.suppose.load(rows)

    def before(self, some: list[CostEntry]) -> CostShare | None:
        """The same sum of the year before; None where the period is another, or nothing is known of that year."""
        if self.period.chosen() != "year" or not some:
            return None
        earlier = [
            entry
            for entry in within(self.every, year_before(self.desk.as_of))
            if not self.picked or getattr(entry, self.kind()) == self.picked
        ]
        return whole(earlier) if earlier else None

    def tell_months(self) -> None:
        """The last twelve months of the period as columns, beside those of a year before."""
        mine = [entry for entry in self.every if not self.picked or getattr(entry, self.kind()) == self.picked]
        names = months_shown(self.period.chosen(), [entry.month for entry in mine], self.desk.as_of)
        sums = {share.key: share.yen for share in added(mine, "month")}
        known = {entry.month for entry in self.every}
        month_words = translate("Analysis", "{month}")
        shown = []
        for name in names:
            earlier = f"{int(name[:4]) - 1}{name[4:]}"
            before = sums.get(earlier, 0) if earlier in known else None
            runs = name == self.desk.as_of.isoformat()[:7]
            begins = name == names[0] and self.period.chosen() != "year"  # of which year they are
            words = f"{name[:4]}/{int(name[5:])}" if begins else month_words.format(month=int(name[5:]))
            shown.append(Month(words, sums.get(name, 0), before, runs))
        self.months.load(shown)
        days = [row.requested_on for row in self.desk.returns if row.requested_on]
        self.notes["months"].setText(months_note(self.period.chosen(), shown, days))
        self.months.setVisible(self.kind() != "month" or bool(shown))

    def tell_dearest(self, some: list[CostEntry]) -> None:
        """The ten SKUs that cost most, each with the reason that is named most."""
        shares = [share for share in added(some, "sku") if share.yen][:TEN]
        reasons, titles = commonest_reasons(some), {row.sku: row.title for row in self.desk.rows}
        count = translate("Analysis", "{reason} ({count})")
        rows = []
        for share in shares:
            reason, times = reasons[share.key]
            words = count.format(reason=self.name("reason", reason), count=f"{times:,}")
            rows.append((share.key, titles.get(share.key, "–"), f"{share.count + share.unknown:,}", yen_words(share), words))
        heads = (
            translate("Analysis", "SKU"), translate("Analysis", "Item"), translate("Analysis", "Returns"),
            translate("Analysis", "Cost (yen)"), translate("Analysis", "Commonest reason"),
        )  # fmt: skip
        self.dearest.title(heads, wide=1)
        self.dearest.fill(rows, figures=(2, 3))
        no_cost = translate("Analysis", "No cost is known of these returns, or they cost nothing.")
        self.dearest.say_none(no_cost if some else none_words(self.period.chosen()))
        mine, every = sum(share.yen for share in shares), sum(entry.yen or 0 for entry in some)
        words, part = translate("Analysis", "together ¥{yen}, {share}% of all"), 100 * mine / every if every else 0.0
        few = 0 < part < 1  # ten of thousands of SKUs are a small part, and not none of all
        self.notes["dearest"].setText(words.format(yen=f"{mine:,}", share=f"{part:.{1 if few else 0}f}") if every else "")

    def pick(self) -> None:
        """A line of the table was chosen: months and SKUs are those of its returns."""
        lines = {index.row() for index in self.table.selectedIndexes()}
        if len(lines) == 1:
            self.picked = self.table.shares[lines.pop()].key
            self.tell_rest(self.chosen())

    def drop_pick(self) -> None:
        """Show all returns again."""
        self.picked = ""
        self.tell()

    # words

    def say_empty(self) -> None:
        """That there are no returns, or that nothing came in the period."""
        text = translate("Analysis", "Open your returns report, and what returns cost is added up here by reason, SKU and month.")
        self.empty.say(translate("Analysis", "No returns yet"), text, "", opens=True)

    def name(self, kind: str, key: str) -> str:
        """A line in words: a reason with its number, what is not told as not known."""
        if kind == "reason" and key:
            return self.reasons().get(key) or translate("Analysis", "“{code}” (no reason of the table)").format(code=key)
        if kind == "category" and key:
            from sellerdesk.workflows.returns.offered_categories import category_words

            return category_words(self.desk.as_of, key, self.desk.lang)
        return key or translate("Analysis", "not known")

    def reasons(self) -> dict[str, str]:
        """The rows of the table of reasons in words."""
        from sellerdesk.workflows.returns.reasons import reasons_on

        return {
            str(reason.row): f"{reason.row}  {reason.en if self.desk.lang == 'en' else reason.ja}" for reason in reasons_on(self.desk.as_of)
        }

    def kind_words(self) -> str:
        """What is added up by, in words."""
        return kind_words(self.kind())

    def show_what_if(self) -> None:
        """Suppose another fare, method, size, or more or fewer returns of a reason."""
        from sellerdesk.ui.returns.what_if_dialog import WhatIf

        WhatIf(self.desk, self).show()

    def export(self) -> None:
        """Ask for the workbook's name and have it written beside the window."""
        kinds = translate("Analysis", "Excel workbook (*.xlsx)")
        suggested = file_dialogs.dated(translate("Analysis", "What returns cost"), self.desk.as_of, ".xlsx")
        name, _kind = file_dialogs.to_write(self, translate("Analysis", "Save what returns cost"), suggested, kinds)
        if name:
            work = translate("Analysis", "Writing what returns cost")
            self.desk.run(work, commands.export(self.desk.as_of, "returns", file=name), file=Path(name))

    def choose_paper(self) -> None:
        """Ask for a name, and write what is seen as a PDF."""
        title = translate("Analysis", "Save as PDF")
        suggested = file_dialogs.dated(translate("Analysis", "What returns cost"), self.desk.as_of, ".pdf")
        name, _kind = file_dialogs.to_write(self, title, suggested, "PDF (*.pdf)")
        if name:
            self.write_paper(Path(name))

    def write_paper(self, file: Path) -> None:
        """Write the table, the months and the dearest SKUs as they are seen."""
        sums = f"{self.figures.titles['cost'].text()}: {self.figures.values['cost'].text()}"
        titles = {name: label.text() for name, label in self.heads.items()}
        note = f"{self.period.currentText()}  {sums}"
        analysis_paper.write(self.desk, file, analysis_paper.table(self.desk, titles, note, self.table, self.months.months, self.dearest))

    def restyle(self) -> None:
        """Words and colours."""
        for place, name in enumerate(BY):
            self.by.setTabText(place, kind_words(name))
        build.restyle_segments(self.by)
        self.by_label.setText(translate("Analysis", "Look at it by"))
        self.by.setAccessibleName(self.by_label.text())
        self.heads["table"].setText(translate("Analysis", "What returns cost"))
        self.notes["table"].setText(translate("Analysis", "calculated (pale), or what payments took where more (filled)"))
        self.heads["months"].setText(translate("Analysis", "Month by month"))
        self.heads["dearest"].setText(translate("Analysis", "The ten dearest SKUs"))
        self.table.setAccessibleName(translate("Analysis", "What returns cost"))
        self.months.setAccessibleName(translate("Analysis", "Month by month"))
        self.dearest.setAccessibleName(translate("Analysis", "The ten dearest SKUs"))
        self.what_if.setText(translate("Analysis", "Try what if…"))
        self.what_if.setFont(theme.font(bold=True))
        self.what_if.setStyleSheet(theme.primary_style())
        self.save.setText("Excel…")
        self.save.setIcon(icons.icon("sheet"))
        self.paper.setText("PDF…")
        self.paper.setIcon(icons.icon("page"))
        loss = self.desk.state.account.value_loss_percent if self.desk.state else None
        counted = translate("Analysis", "With write-downs of {percent}%, your figure.").format(percent=loss)
        without = translate("Analysis", "Without write-downs.")
        alone = translate("Analysis", "The month's labels and fees alone: page Payments.")
        self.note.setText(f"{counted if loss else without} {alone}")
        self.figures.restyle()
        self.suppose.restyle()
        tint.fill_background(self, "base")
        self.load()
