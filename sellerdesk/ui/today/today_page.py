"""The tab 今日: what needs the owner over all features, each with the way there, and what changed since the report before."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from sellerdesk.ui.desk.appearance import TURN_MS
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.workflows.judged.today import Need

SHOWN_SKUS = 12
"""SKUs named of those that changed; the list of the page itself holds all."""


class TodayPage(QWidget):
    """A list of needs, the most urgent first."""

    def __init__(self, desk: Desk, go: Callable[[str], None]) -> None:
        """Nothing is known yet; `go` shows a page by name."""
        super().__init__()
        self.desk, self.go = desk, go
        self.found: list[Need] = []
        self.content = QVBoxLayout()
        self.content.setContentsMargins(24, 14, 24, 14)
        self.content.setSpacing(8)
        self.inside = build.box(self.content)
        self.area = build.scrolled(self.inside, 480)
        self.setLayout(build.column(self.area, gap=0))
        self.stale = True
        self.turns = Turns(self, TURN_MS)
        desk.take(self.freshen)
        desk.accounted.connect(self.freshen)
        desk.changed.connect(lambda _pairs: self.freshen())
        desk.follow(self.dress)

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight: show what changed meanwhile."""
        super().showEvent(event)
        if self.stale:
            self.freshen()

    def freshen(self) -> None:
        """Something changed: a page out of sight waits until it is looked at."""
        self.stale = True
        if self.isVisible():
            self.turns.start([self.look], self.tell)

    def dress(self) -> None:
        """Another language or theme: say everything anew. Out of sight nothing is left that would be seen in the old one at first."""
        if not self.isVisible():
            build.emptied(self.content)
        self.freshen()

    def look(self) -> None:
        """Find what needs the owner now: of 100,000 offers it takes some 20 ms, as showing it does."""
        desk = self.desk
        if desk.state is None:
            return
        self.stale = False
        from sellerdesk.workflows.judged.today import Shop, needs

        self.found = needs(Shop(desk.state, desk.rows, desk.orders, desk.shipments, desk.returns), desk.as_of, desk.now())

    def tell(self) -> None:
        """Show what was found."""
        if self.desk.state is None:
            return
        build.emptied(self.content)
        build.slim(self.area)
        tint.on_all("base", self, self.area, build.viewport(self.area), self.inside)
        self.content.addWidget(build.label(self.title(), "title", bold=True, wrap=True))
        self.content.addSpacing(6)
        for one in self.found:
            self.content.addLayout(self.line(one))
            self.content.addWidget(build.hairline())
        self.add_changes()
        self.add_reports()
        self.content.addStretch(1)

    def title(self) -> str:
        """How many things need the owner."""
        if not self.desk.has_reports():
            return translate("Today", "Open your first report to begin")
        if not self.found:
            return translate("Today", "Nothing needs you today")
        return translate("Today", "{count} things need you").format(count=len(self.found))

    def line(self, one: "Need") -> QLayout:
        """A need: symbol, sentence, the way there."""
        from sellerdesk.workflows.judged.today import sentence

        words = build.label(sentence(one, self.desk.lang), bold=one.look == "breach", wrap=True)
        button = build.button(self.way(one.page), height=34)
        button.setAccessibleName(f"{button.text()}: {words.text()}")
        button.clicked.connect(partial(self.go, one.page))
        return build.row(tint.picture(one.look, one.look, 20), 4, words, 12, button, grow=words)

    @staticmethod
    def way(page: str) -> str:
        """What the button says that leads to a page."""
        known = {
            "templates_question": translate("Today", "Answer…"),
            "open": translate("Today", "Open report…"),
            "deadlines": translate("Today", "Show deadlines"),
            "returned": translate("Today", "Show returns"),
            "payments": translate("Today", "Show payments"),
            "categories": translate("Today", "Answer…"),
            "passages": translate("Today", "Choose a reading…"),
            "figures": translate("Today", "Show figures…"),
            "orders": translate("Today", "Show orders"),
            "shipments": translate("Today", "Show shipments"),
        }
        return known.get(page, translate("Today", "Show offers"))

    def add_changes(self) -> None:
        """What changed since the report before, with the SKUs that became worse or better."""
        from sellerdesk.reports.words import say
        from sellerdesk.workflows.judged.today import changes

        state = self.desk.state
        moved = changes(state) if state else {}
        if not moved or state is None:
            return
        self.content.addSpacing(10)
        self.content.addWidget(build.label(translate("Today", "Since the report before"), "lead", bold=True))
        self.content.addWidget(build.label(say(self.desk.lang, "need.changed", **moved), wrap=True))
        for name, title in (("worse", translate("Today", "Worse: {skus}")), ("better", translate("Today", "Fixed: {skus}"))):
            skus = state.judged["moved"].get(name, [])
            if skus:
                more = " …" if len(skus) > SHOWN_SKUS else ""
                self.content.addWidget(build.label(title.format(skus=", ".join(skus[:SHOWN_SKUS]) + more), token="muted", wrap=True))  # noqa: S106 (a colour)

    def add_reports(self) -> None:
        """Which reports are in place, and which could be opened."""
        state = self.desk.state
        if state is None:
            return
        self.content.addSpacing(10)
        self.content.addWidget(build.label(translate("Today", "Your reports"), "lead", bold=True))
        there = (
            (translate("Today", "Listings report"), state.last),
            (translate("Today", "Order report"), state.orders),
            (translate("Today", "Shipments"), state.shipments),
            (translate("Today", "Returns report"), state.returns),
            (translate("Today", "Payments"), state.paid),
        )
        for name, one in there:
            when = (one.written_at or one.imported_at)[:16].replace("T", " ") if one else ""
            words = f"{one.file} · {when}" if one else translate("Today", "not opened yet")
            mark = tint.picture("ok" if one else "minus", "ok" if one else "muted", 18)
            label = build.label(name)
            label.setMinimumWidth(180)
            self.content.addLayout(build.row(mark, 4, label, build.label(words, token="muted"), None))  # noqa: S106 (a colour)
        button = build.button(translate("Today", "Open report…"), "open", height=36)
        button.clicked.connect(partial(self.go, "open"))
        button.setFont(theme.font(bold=True))
        row = build.row(button, None)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.content.addSpacing(4)
        self.content.addLayout(row)
