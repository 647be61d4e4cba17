"""The points tab: every offer against 2%, with chips that filter and the reason beside."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import BarButton, Buttons
from sellerdesk.ui.lists.columns import figure, muted, verdict_column
from sellerdesk.ui.lists.filter_chips import VERDICTS, Chip, Chips
from sellerdesk.ui.lists.rows_model import Column, field_of
from sellerdesk.ui.offers.columns import price_column, sku_column, title_column
from sellerdesk.ui.offers.offers_page import OffersPage
from sellerdesk.ui.points.cost_strip import CostStrip
from sellerdesk.ui.points.file_rows import count_words, in_file, without_file
from sellerdesk.ui.points.programme_card import ProgrammeCard
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.workflows.points.form import sets_points

if TYPE_CHECKING:
    from sellerdesk.domain.account import Account

LOW = 420
"""Pixels of a page under which what points cost is left out, at letters of the natural size: it would leave two rows of offers."""
PLANNED = len(VERDICTS)
"""The chip after those of the verdicts: offers for which a change is on the owner's list."""


def badge_words(badge: str, account: "Account | None") -> str:
    """Whether the badge is to be expected: an item that can win the buy box shows it when the shop has it (P2-12…P2-14).

    A shop that did not apply for the programme, as far as its owner told, has none to lose.
    """
    if badge != "ok" or account is None:
        return {"never": translate("Points", "none"), "unclear": translate("Points", "unclear")}.get(badge, "–")
    if account.cancelled_on is not None:
        return translate("Points", "none")
    if account.applied_on is None and account.badge != "seen":
        return translate("Points", "not yet")
    if account.offers is not None and account.offers.short:
        return translate("Points", "at risk")
    return translate("Points", "with buy box")


def short_ink(row: JudgedRow) -> str:
    """The colour of the shortfall: that of the verdict when it is why."""
    if row.short and row.points_why.startswith("points.two-percent"):
        return ("breach", "check", "muted", "muted")[row.points_verdict]
    return "muted"


class PointsPage(OffersPage):
    """Page 出品 of ポイント."""

    def __init__(self, desk: Desk) -> None:
        """An empty tab."""
        self.mend, self.left = build.button(), 0
        super().__init__(desk, "points", self.make_columns(desk), "points_verdict", Buttons(BarButton(self.mend, "file-export")))
        self.card, self.cost = ProgrammeCard(desk, self.interview, self.record), CostStrip(desk)
        self.to_mend: Counter[str] = Counter()
        self.menu = QMenu(self.mend)
        self.mend.setMenu(self.menu)
        self.central, self.central_note = self.menu.addAction(""), self.menu.addAction("")
        self.price_file, self.price_note = self.menu.addAction(""), self.menu.addAction("")
        for note in (self.central_note, self.price_note):
            note.setEnabled(False)
        self.central.triggered.connect(lambda: self.preview("points-central"))
        self.price_file.triggered.connect(lambda: self.preview("price-file"))
        self.chips = Chips(desk, (*VERDICTS, Chip("calendar", "advice", lambda: translate("Points", "Planned"))))
        self.chips.chosen.connect(self.refilter)
        self.chips.clear.clicked.connect(self.only.release)
        self.model.counted.connect(self.count)
        head = build.box(build.row(self.chips, self.only, None, self.views, margins=(16, 8, 12, 8)))
        left = build.box(build.column(head, build.hairline(), self.stack, gap=0, grow=self.stack))
        desk.follow(lambda: tint.fill_backgrounds("base", head, left))
        splitter = self.splitter(left)
        whole = (self.card, build.hairline(), splitter, build.hairline(), self.cost, build.hairline(), self.bar)
        self.setLayout(build.column(*whole, gap=0, grow=splitter))
        desk.follow(self.restyle_mend)
        desk.follow(self.make_room)
        desk.rows_came.connect(self.model.retitle)
        desk.account_changed.connect(self.model.retitle)
        desk.glimpsed.connect(self.glimpse)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Where the page is low for its letters, the offers have the room of what points cost; without a price that is not known."""
        self.cost.setVisible(self.height() >= LOW * theme.scale() and self.cost.knows_prices())

    @staticmethod
    def make_columns(desk: Desk) -> tuple[Column, ...]:
        """The columns, the verdict first."""

        @lru_cache(maxsize=64)
        def words(code: str, lang: str) -> str:
            from sellerdesk.workflows.judged.why import points_why

            unsold = {"incomplete": translate("Points", "incomplete listing"), "parent": translate("Points", "parent of variations")}
            return unsold[code] if code in unsold else points_why(code, lang)

        def why(code: str) -> str:
            return words(code, desk.lang) if desk.state is not None else ""  # the rulebooks come after the first screen

        return (
            verdict_column("points_verdict"),
            sku_column(),
            title_column(),
            price_column(),
            Column("points", lambda: translate("Column", "Points"), lambda row: figure(row.points), "points", 72, right=True),
            Column("needed", lambda: translate("Column", "Needed"), lambda row: figure(row.needed), "needed", 64, right=True),
            Column(
                "short",
                lambda: translate("Column", "Short"),
                lambda row: figure(row.short or None),
                "short",
                56,
                right=True,
                ink=short_ink,
                spare=1,
            ),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.points_why), "points_why", 142, ink=muted, few=True),
            Column(
                "badge",
                lambda: translate("Column", "Badge"),
                lambda row: badge_words(row.badge, desk.state.account if desk.state else None),
                "badge",
                76,
                ink=muted,
                spare=2,
            ),
        )

    def count(self) -> None:
        """Show the counts on the chips; none where no rule holds."""
        there = self.planned() & set(map(field_of("sku"), self.model.rows)) if self.planned() else frozenset()
        self.chips.show_counts([*(self.model.counts if self.covered() else [0, 0, 0, 0]), len(there)])
        self.restyle_mend()

    def replan(self) -> None:
        """Count what is planned anew."""
        self.count()
        if PLANNED in self.chips.wanted():
            self.refilter()

    def refilter(self) -> None:
        """Show the chosen verdicts that hold the text searched."""
        wanted, planned = self.chips.wanted(), self.planned()
        narrows = self.only.subjects or PLANNED in wanted

        def belongs(row: JudgedRow) -> bool:
            return self.takes(row) and (PLANNED not in wanted or row.sku in planned)

        self.model.filter(wanted=wanted - {PLANNED}, needle=self.search, cause=belongs if narrows else None)

    def filters(self) -> dict[str, str]:
        """The chips pressed."""
        return self.chips.filters()

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press chips."""
        self.chips.filter_by(chosen)

    def interview(self) -> None:
        """Ask who may join."""
        from sellerdesk.ui.points.eligibility_dialog import EligibilityDialog

        EligibilityDialog(self.desk, self.window()).show()

    def record(self) -> None:
        """Record what happened in the programme."""
        from sellerdesk.ui.points.programme_dates_dialog import ProgrammeDatesDialog

        ProgrammeDatesDialog(self.desk, self.window()).show()

    def preview(self, form: str) -> None:
        """Show what a fix file would hold."""
        from sellerdesk.ui.points.points_file_dialog import PointsFileDialog

        PointsFileDialog(self.desk, self.window(), form, self.in_sight()).show()

    def glimpse(self, rows: list[JudgedRow]) -> None:
        """Show the first screen; counts, reasons and all other rows come after it."""
        if rows and not self.model.rows:
            self.glimpsing = True
            self.model.glimpse(rows)
            self.glimpsing = False
            self.table.fit()

    def _loaded(self) -> Iterator[Callable[[], None]]:
        """Count anew what goes into a fix file: offers short of 2%, or at the mercy of a rounding."""
        self.to_mend, self.left = in_file(self.desk.rows), without_file(self.desk.rows)
        return super()._loaded()

    def _changed(self, pairs: list[tuple[JudgedRow, JudgedRow]]) -> None:
        """Count what changed."""
        self.to_mend.subtract(in_file(before for before, _after in pairs))
        self.to_mend.update(in_file(after for _before, after in pairs))
        self.left += without_file(after for _before, after in pairs) - without_file(before for before, _after in pairs)
        super()._changed(pairs)

    def say_counts(self) -> None:
        """Say also which offers that are short are in no fix file, so that its number is understood beside that of Today."""
        super().say_counts()
        if self.left:
            words = translate("Points", "In no fix file: {count} offers with an impossible price, which comes first")
            self.bar.note.setText(" · ".join((words.format(count=f"{self.left:,}"), self.bar.note.text())))

    def restyle_mend(self) -> None:
        """Words of the fix file's button: how many offers go into the file, and of what."""
        what = count_words({kind: count for kind, count in self.to_mend.items() if kind != "over"})  # those are perhaps mistyped
        self.mend.setText(translate("Points", "Fix file: {what} ▾").format(what=what) if what else translate("Points", "Fix file ▾"))
        self.mend.setEnabled(any(self.to_mend.values()) and self.covered())
        self.central.setText(translate("Points", "List for Points Central…  (recommended)"))
        self.central_note.setText(translate("Points", "SKU and whole percent, uploaded in Points Central (Advertising, Points)"))
        self.price_file.setText(translate("Points", "Price-and-quantity file…"))
        allowed = sets_points("price-file", self.desk.as_of)
        self.price_file.setEnabled(allowed)
        self.price_note.setText(
            translate("Points", "Exact points, with the price as read; uploaded under “Add products via upload”")
            if allowed
            else translate("Points", "Sets no points on this day: Amazon takes them from Points Central alone")
        )

    def widen(self) -> None:
        """Show all again."""
        self.chips.reset()
        self.only.release()
