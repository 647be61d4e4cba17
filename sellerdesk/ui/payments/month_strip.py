"""The strip over the table of 入出金: a month, and what its returns cost, what was refunded, what may come back, what has no kind."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.payments.months_table import NOT_PLACED, money, yen_words
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.month_words import day_words, month_words, short_month
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.workflows.judged.wrong_labels import StillOut

NAMES = ("cost", "refunds", NOT_PLACED, "back")
"""The last one has a link that comes and goes: nothing stands behind it that could move."""
FEW = 3
"""Months with something unplaced that are named."""
GAP = 32


class MonthStrip(QWidget):
    """Two figures of the month that is chosen, and two of all months; `chosen` tells another, `rows` asks for the rows without a kind.

    `labels` asks for the returns of some orders, of which labels were charged to the shop wrongly.
    """

    chosen = Signal(str)
    rows = Signal()
    labels = Signal(list)

    def __init__(self) -> None:
        """No months yet."""
        super().__init__()
        self.months = build.choice(32)
        self.titles = {name: build.label("", "small", "muted") for name in NAMES}
        self.values = {name: build.label("", "title", bold=True) for name in NAMES}
        self.notes = {name: build.label("", "small", "muted") for name in NAMES}
        self.see = build.flat(" ")
        self.see.clicked.connect(self.rows)
        self.besides = build.flat(" ")
        self.wrong: dict[str, StillOut] = {}
        self.besides.clicked.connect(lambda: self.labels.emit([*self.wrong]))
        self.besides.hide()
        figures = QWidget()
        flow = Flow(figures, GAP)
        for name in NAMES:
            more = (self.see,) if name == NOT_PLACED else ()
            title = build.row(self.titles[name], self.besides, None, gap=8) if name == "back" else self.titles[name]
            value = build.row(self.values[name], self.notes[name], *more, None, gap=8)
            flow.addWidget(build.box(build.column(title, value, gap=0)))
        self.setLayout(build.row(self.months, 16, figures, margins=(16, 8, 16, 8), grow=figures))
        self.months.activated.connect(lambda _at: self.chosen.emit(str(self.months.currentData())))

    def show_months(self, months: list[str], chosen: str) -> None:
        """Offer the months, the newest first."""
        self.months.setAccessibleName(translate("Payments", "Month"))
        self.months.clear()
        for month in reversed(months):
            self.months.addItem(month_words(month), month)
        self.months.setCurrentIndex(self.months.findData(chosen))

    def count_labels(self, desk: Desk) -> None:
        """Take note of the labels that the returns report asks back from Amazon, or off a refund: no finding here holds their yen."""
        from sellerdesk.workflows.judged.wrong_labels import open_labels

        labels = open_labels(desk.returns, desk.state.decided if desk.state else {})
        self.wrong = {**labels["refund"], **labels["shop"]}

    def tell(self, kept: Mapping[str, Any], month: str) -> None:
        """Say the four answers about a month, of what the last judging kept."""
        named = {"month": short_month(month)}
        self.titles["cost"].setText(translate("Payments", "Labels and fees of returns, {month}").format(**named))
        self.titles["refunds"].setText(translate("Payments", "Refunded in {month}").format(**named))
        self.titles["back"].setText(translate("Payments", "You may get back (all months)"))
        self.titles[NOT_PLACED].setText(translate("Payments", "Not placed (all months)"))
        self.tell_cost(kept, month)
        self.tell_back(kept)
        self.tell_labels()
        self.make_level()
        self.tell_unplaced(kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight: only now the letters and the style of the link are known."""
        super().showEvent(event)
        self.make_level()

    def make_level(self) -> None:
        """Make every title as high as the link beside one of them: the figures below stand on one line, with and without it."""
        for title in self.titles.values():
            title.setMinimumHeight(self.besides.sizeHint().height())

    def tell_cost(self, kept: Mapping[str, Any], month: str) -> None:
        """Labels and the fees that Amazon kept; the refunded price stands apart. A fee that is not known makes it a least sum."""
        place, refunded = list(kept["months"]).index(month), kept.get("refunded", {}).get(month, {})
        labels, fees, unknown = -kept["rows"]["labels"][place], refunded.get("fees_kept", 0), refunded.get("unknown", 0)
        words = translate("Payments", "¥{yen} or more").format(yen=yen_words(labels + fees)) if unknown else money(labels + fees)
        not_known = translate("Payments", "not known") if unknown and not labels + fees else ""
        self.values["cost"].setText(not_known or words)
        note = translate("Payments", "labels {labels} + fees {fees}").format(labels=yen_words(labels), fees=yen_words(fees))
        note += translate("Payments", " · in all: Analysis")
        if unknown:
            note += translate("Payments", " · fee of {count} not known").format(count=f"{unknown:,}")
        self.notes["cost"].setText(note)
        self.values["refunds"].setText(money(-kept["rows"]["refunds"][place]))
        self.notes["refunds"].setText(translate("Payments", "{count} orders").format(count=f"{refunded.get('orders', 0):,}"))

    def tell_back(self, kept: Mapping[str, Any]) -> None:
        """What may be had back, of how many orders, and the first day."""
        back = kept["back"]
        some, by = back["count"] > 0, back.get("by", "")
        self.values["back"].setText(money(back["yen"]))
        count = translate("Payments", "{count} orders").format(count=f"{back['count']:,}")
        first = (
            translate("Payments", "first deadline {day}").format(day=day_words(by)) if by else translate("Payments", "no deadline known")
        )
        none = translate("Payments", "not all could be checked") if kept.get("waiting") else translate("Payments", "nothing found")
        claimed = translate("Payments", "claimed: ¥{yen}").format(yen=yen_words(back.get("claimed", 0))) if back.get("claimed") else ""
        self.notes["back"].setText(" · ".join(filter(None, (f"{count} · {first}" if some else "" if claimed else none, claimed))))
        for label in (self.values["back"], self.notes["back"]):
            tint.colour_text(label, "breach" if some else "muted")

    def tell_labels(self) -> None:
        """Of how many orders labels were charged to the shop wrongly by the returns report, and what is out of them."""
        from sellerdesk.workflows.judged.wrong_labels import out_in_all

        out = out_in_all(self.wrong.values())
        known = translate("Payments", "and labels ({count}): ¥{yen} → Returns report")
        least = translate("Payments", "and labels ({count}): at least ¥{yen} → Returns report")
        self.besides.setText((least if out.is_least else known).format(count=f"{len(self.wrong):,}", yen=yen_words(out.yen)))
        self.besides.setVisible(bool(self.wrong))

    def tell_unplaced(self, kept: Mapping[str, Any]) -> None:
        """What has no kind, and in which months; or that everything has one."""
        some = [(month, yen) for month, yen in zip(kept["months"], kept["rows"][NOT_PLACED], strict=True) if yen]
        self.values[NOT_PLACED].setText(money(sum(yen for _month, yen in some)))
        months = translate("Payments", ", ").join(short_month(month) for month, _yen in some[-FEW:])
        self.notes[NOT_PLACED].setText(months if some else translate("Payments", "every amount has its kind"))
        self.see.setText(translate("Payments", "See rows"))
        self.see.setVisible(bool(some))
        for label in (self.values[NOT_PLACED], self.notes[NOT_PLACED]):
            tint.colour_text(label, "check" if some else "muted")
