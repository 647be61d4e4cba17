"""The points tab: every offer against 2%, with chips that filter and the reason beside."""

from functools import lru_cache

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.models.offers import Column
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts
from sellerdesk.ui.widgets.chips import Chips
from sellerdesk.ui.widgets.columns import figure, muted, price_column, sku_column, title_column, verdict_column
from sellerdesk.ui.widgets.offers_page import OffersPage


def badge_words(badge: str) -> str:
    """Whether the badge is to be expected, as far as the listing tells."""
    return {
        "ok": translate("Points", "possible"),
        "never": translate("Points", "none"),
        "unclear": translate("Points", "unclear"),
    }.get(badge, "–")


def short_ink(row: JudgedRow) -> str:
    """The colour of the shortfall: that of the verdict when it is why."""
    if row.short and row.points_why.startswith("points.two-percent"):
        return ("breach", "check", "muted", "muted")[row.points_verdict]
    return "muted"


class PointsTab(OffersPage):
    """Page 出品 of ポイント."""

    def __init__(self, desk: Desk) -> None:
        """An empty tab."""
        super().__init__(desk, "points", self.make_columns(desk), "points_verdict")
        self.chips = Chips(desk)
        self.chips.chosen.connect(self.refilter)
        self.model.counted.connect(self.count)
        head = parts.box(parts.row(self.chips, None, margins=(16, 8, 12, 8)))
        left = parts.box(parts.column(head, parts.hairline(), self.stack, gap=0, grow=self.stack))
        desk.follow(lambda: parts.on_all("base", head, left))
        splitter = self.splitter(left)
        self.setLayout(parts.column(splitter, parts.hairline(), self.bar(), gap=0, grow=splitter))

    @staticmethod
    def make_columns(desk: Desk) -> tuple[Column, ...]:
        """The columns, the verdict first."""

        @lru_cache(maxsize=64)
        def why(code: str, lang: str) -> str:
            from sellerdesk.workflows.showing import points_why

            return points_why(code, lang) if code != "incomplete" else translate("Points", "incomplete listing")

        return (
            verdict_column("points_verdict"),
            sku_column(),
            title_column(),
            price_column(),
            Column("points", lambda: translate("Column", "Points"), lambda row: figure(row.points), "points", 72, right=True),
            Column("needed", lambda: translate("Column", "Needed"), lambda row: figure(row.needed), "needed", 64, right=True, spare=1),
            Column(
                "short", lambda: translate("Column", "Short"), lambda row: figure(row.short or None), "short", 56, right=True, ink=short_ink
            ),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.points_why, desk.lang), "points_why", 142, ink=muted),
            Column("badge", lambda: translate("Column", "Badge"), lambda row: badge_words(row.badge), "badge", 76, ink=muted, spare=2),
        )

    def count(self) -> None:
        """Show the counts on the chips; none where no rule holds."""
        self.chips.show_counts(self.model.counts if self.covered() else [0, 0, 0, 0])

    def refilter(self) -> None:
        """Show the chosen verdicts that hold the text searched."""
        self.model.filter(wanted=self.chips.wanted(), needle=self.search)

    def widen(self) -> None:
        """Show all again."""
        self.chips.reset()
