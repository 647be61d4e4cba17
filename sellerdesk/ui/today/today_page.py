"""The tab 今日: what needs the owner over all features, each with its act, what was done, and the reports that it is made of."""

from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.appearance import TURN_MS
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.lists.page import Page
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.today.act_words import SETTLES, done_words, grouped, kind_of, standing
from sellerdesk.ui.today.reports_panel import tell_changes, tell_reports
from sellerdesk.ui.today.today_lines import DoneLine, NeedLine, buttons_alike
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.deed import Deed
    from sellerdesk.workflows.judged.need import Need

SIDE = 300
"""Pixels of the panel with the reports."""
NARROW = 980
"""Pixels under which the reports are left out, at letters of the natural size: sentences would run over five lines."""
KEPT_FOR = timedelta(days=1)
"""How long what was done stays in sight."""


class TodayPage(Page):
    """A list of needs, the most urgent first; what is done fades in its place until the page is left, then stands at the end."""

    def __init__(self, desk: Desk, go: Callable[[str, Collection[str]], None]) -> None:
        """Nothing is known yet; `go` shows a page by name, kept to some rows of it."""
        super().__init__()
        self.desk, self.go = desk, go
        self.found: list[Need] = []
        self.deeds: list[Deed] = []
        self.places: dict[str, int] = {}
        self.past: list[Deed] = []
        self.content, self.beside = QVBoxLayout(), QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        self.beside.setContentsMargins(20, 14, 20, 14)
        self.beside.setSpacing(4)
        self.inside, self.at_side = build.box(self.content), build.box(self.beside)
        self.area, self.side = build.scrolled(self.inside, 480), build.scrolled(self.at_side, SIDE)
        self.side.setMaximumWidth(SIDE * 2)
        self.setLayout(build.row(self.area, build.upright(), self.side, gap=0, grow=self.area))
        self.stale = True
        self.turns = Turns(self, TURN_MS)
        desk.on_rows(self.freshen)
        desk.other_shop.connect(self.forget)
        desk.account_changed.connect(self.freshen)
        desk.undo_changed.connect(self.freshen)
        desk.file_saved.connect(self.freshen)
        desk.edited.connect(lambda _pairs: self.freshen())
        desk.follow(self.restyle)

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

    def restyle(self) -> None:
        """Another language or theme: say everything anew. Out of sight nothing is left that would be seen in the old one at first."""
        if not self.isVisible():
            build.emptied(self.content)
            build.emptied(self.beside)
        self.make_room()
        self.freshen()

    def look(self) -> Iterator[Callable[[], None]]:
        """Find what was done, then what needs the owner now, kind by kind: over 100,000 offers one takes up to 20 ms."""
        desk = self.desk
        if desk.state is None:
            return
        self.stale = False
        from sellerdesk.workflows.judged.today import Shop, by_urgency, needs_by_kind
        from sellerdesk.workflows.shop.history import done_since

        decided = desk.state.decided
        self.deeds = standing(desk.attempt(lambda: done_since(desk.store, desk.now() - KEPT_FOR)) or [], decided)
        found: list[Need] = []
        for kind in needs_by_kind(Shop(desk.state, desk.rows, desk.orders, desk.shipments, desk.returns), desk.as_of, desk.now()):
            yield partial(found.extend, kind)
        self.found = by_urgency(found)

    def tell(self) -> None:
        """Show what was found."""
        state = self.desk.state
        if state is None:
            return
        build.emptied(self.content)
        build.emptied(self.beside)
        for area, inside in ((self.area, self.inside), (self.side, self.at_side)):
            build.slim(area)
            tint.fill_backgrounds("base", self, area, build.viewport(area), inside)
        day = build.label(self.order_words(), token="muted")  # noqa: S106 (a colour)
        self.content.addLayout(build.row(build.label(self.title(), "title", bold=True), 6, day, None, margins=(20, 12, 16, 12)))
        self.content.addWidget(build.hairline())
        self.add_lines()
        self.content.addStretch(1)
        tell_reports(self.beside, self.desk, state, lambda name: self.go(name, ()))
        tell_changes(self.beside, self.desk, state)
        self.beside.addStretch(1)

    def add_lines(self) -> None:
        """Needs with their acts; what was done since the page was last left stands where its need stood, all else at the end."""
        from sellerdesk.workflows.judged.need import sentence

        needs = [NeedLine(need, sentence(need, self.desk.lang), first=not number) for number, need in enumerate(self.found)]
        for line, need in zip(needs, self.found, strict=True):
            line.button.clicked.connect(partial(self.go, need.page, need.subjects))
        buttons_alike([line.button for line in needs])
        lines: list[QWidget] = [*needs]
        self.add_done(lines)
        for line_or_done in lines:
            self.content.addWidget(line_or_done)
            self.content.addWidget(build.hairline())
        if not self.places:
            self.remember()

    def first_line(self) -> QWidget:
        """The most urgent line, which the tour points at; the whole list while there is none."""
        return next((line for line in self.inside.findChildren(NeedLine) if line.isVisible()), self.area)

    def add_done(self, lines: list[QWidget]) -> None:
        """What was done, a line for each kind: in the place of its need until the page is left, then at the end."""
        if not self.places:
            self.past = self.deeds  # done before there was a place to stand in
        past, fresh = ([deed for deed in self.deeds if (deed in self.past) is before] for before in (True, False))
        for deeds in filter(done_words, [*grouped(past), *grouped(fresh)]):
            last = deeds[-1]
            undo = partial(edits.undo, self.desk) if last is self.deeds[-1] and not self.desk.read_only else None
            place = min((self.places[name] for name in SETTLES.get(kind_of(last), ()) if name in self.places), default=len(lines))
            lines.insert(place if last not in self.past else len(lines), DoneLine(deeds, self.desk.now().date().isoformat(), undo))

    def forget(self) -> None:
        """Another shop comes: its needs stand elsewhere, the most urgent at the top."""
        self.places = {}
        self.area.verticalScrollBar().setValue(0)

    def remember(self) -> None:
        """Remember where every need stands."""
        self.places = {need.name: number for number, need in enumerate(self.found)}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Where the page is narrow for its letters, what needs the owner has the room of the reports."""
        self.side.setVisible(self.width() >= NARROW * theme.scale())

    def hideEvent(self, event: QHideEvent) -> None:
        """Left: what was done so far goes to the end."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stale = self.stale or self.deeds != self.past
            self.past = self.deeds
            self.remember()

    def order_words(self) -> str:
        """The day and the order of what needs the owner, where something does."""
        words = translate("Today", "{day} · most urgent first").format(day=self.desk.as_of.isoformat())
        return words if self.found else ""

    def title(self) -> str:
        """How many things need the owner."""
        if not self.desk.has_reports():
            return translate("Today", "Open your first report to begin")
        if not self.found:
            return translate("Today", "Nothing needs you today")
        return translate("Today", "{count} things need you").format(count=len(self.found))
