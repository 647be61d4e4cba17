"""The card of the points programme: its steps with dates, the sentence that says where the shop stands, and what to record."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sellerdesk.ui.lists.items_model import ItemsModel
from sellerdesk.ui.lists.roles import ELIDE, ROW
from sellerdesk.ui.style import icons, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.account import Account
    from sellerdesk.domain.finding import Finding
    from sellerdesk.ui.desk.desk import Desk
    from sellerdesk.workflows.points.enrolment import Step

HEIGHT, RADIUS, LEFT = 54, 11, 34
FOCUSED = QStyle.StateFlag.State_HasFocus
INKS = {"done": "ok", "trouble": "breach", "check": "check", "no": "muted", "waiting": "muted", "todo": "muted"}


class Shown(NamedTuple):
    """A step as it is painted: its state, its title and a note."""

    state: str
    title: str
    note: str


class StepCells(QStyledItemDelegate):
    """Paints a step: a circle with a tick or number, the title with a line to the next step, a note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """An equal part of the width."""
        return QSize(option.widget.width() // max(1, index.model().rowCount()) - 1, HEIGHT - 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Circle, line, words."""
        step: Shown = index.data(ROW)
        rect, last = option.rect, index.row() == index.model().rowCount() - 1
        middle = QPointF(rect.left() + 14, rect.top() + 17)
        ink = INKS[step.state]
        painter.save()
        if option.state & FOCUSED:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.circle(painter, middle, step.state, ink, index.row() + 1)
        bold, small = theme.font(bold=step.state not in ("todo", "waiting")), theme.font("small")
        room = rect.width() - LEFT - 6
        title = QFontMetrics(bold).elidedText(step.title, ELIDE, room)
        if not last:
            painter.setPen(QPen(theme.colour("control" if step.state == "done" else "line"), 1.5))
            start = rect.left() + LEFT + QFontMetrics(bold).horizontalAdvance(title) + 10
            painter.drawLine(QPointF(start, middle.y()), QPointF(rect.right() - 4, middle.y()))
        painter.setFont(bold)
        painter.setPen(theme.colour("muted" if step.state in ("todo", "waiting", "no") else "text"))
        painter.drawText(QRect(rect.left() + LEFT, rect.top() + 5, room, 24), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small)
        painter.setPen(theme.colour("breach" if step.state == "trouble" else "check" if step.state == "check" else "muted"))
        note = QFontMetrics(small).elidedText(step.note, ELIDE, room)
        painter.drawText(QRect(rect.left() + LEFT, rect.top() + 28, room, 20), Qt.AlignmentFlag.AlignVCenter, note)
        painter.restore()

    @staticmethod
    def circle(painter: QPainter, middle: QPointF, state: str, ink: str, number: int) -> None:
        """The circle of a step: its symbol, or its number."""
        tinted = state in ("done", "trouble", "check")
        painter.setPen(QPen(theme.colour(ink if tinted else "control"), 1.5))
        painter.setBrush(theme.colour(ink + "_bg" if tinted else "base"))
        painter.drawEllipse(middle, RADIUS, RADIUS)
        where = QRect(round(middle.x()) - RADIUS, round(middle.y()) - RADIUS, 2 * RADIUS, 2 * RADIUS)
        if state == "done":
            icons.paint(painter, "ok", "ok", where.adjusted(3, 3, -3, -3))
            return
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(theme.colour(ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "×" if state == "no" else str(number))


class ProgrammeCard(QWidget):
    """The card above the offers."""

    def __init__(self, desk: "Desk", interview: Callable[[], None], record: Callable[[], None]) -> None:
        """No steps yet; `interview` asks who the shop is, `record` takes the dates."""
        super().__init__()
        self.desk = desk
        self.view, self.steps = QListView(), ItemsModel(lambda step: f"{step.title} {step.note}", self)
        self.view.setModel(self.steps)
        self.view.setItemDelegate(StepCells(self.view))
        self.view.setFlow(QListView.Flow.LeftToRight)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFixedHeight(HEIGHT)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # arrow keys go from step to step, for those who listen
        for policy in (self.view.setHorizontalScrollBarPolicy, self.view.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ask, self.note = build.button(height=32), build.button(height=32)
        self.ask.clicked.connect(interview)
        self.note.clicked.connect(record)
        self.mark, self.sentence = tint.picture("ok", "ok", 18), build.label("", wrap=True)
        self.period_mark, self.period = tint.picture("check", "check", 18), build.label("", wrap=True)
        self.said = build.box(build.row(self.mark, self.sentence, gap=6, grow=self.sentence))
        self.planned = build.box(build.row(self.period_mark, self.period, gap=6, grow=self.period))
        top = build.row(self.view, 8, self.ask, self.note, grow=self.view)
        self.setLayout(build.column(top, self.said, self.planned, gap=4, margins=(16, 8, 16, 8)))
        desk.on_rows(self.tell)
        desk.account_changed.connect(self.tell)
        desk.follow(self.restyle)

    def tell(self) -> None:
        """Show the steps and the sentence of the shop as it is now."""
        state = self.desk.state
        self.setVisible(state is not None and state.last is not None)
        if state is None or state.last is None:
            return
        from sellerdesk.workflows.points import enrolment

        account, lang = state.account, self.desk.lang
        found = enrolment.judged(account, state.readings, self.desk.as_of)
        shown = enrolment.steps(account, found, state.readings, self.desk.as_of)
        self.steps.load([Shown(step.state, step_words(step.name), note_of(step, account, self.desk.as_of)) for step in shown])
        self.say(self.said, self.mark, self.sentence, enrolment.speaking(found), lang)
        period = next((finding for finding in found if finding.rule == "points.programme-period" and finding.outcome != "ok"), None)
        self.say(self.planned, self.period_mark, self.period, period, lang)

    @staticmethod
    def say(line: QWidget, mark: QLabel, words: QLabel, finding: "Finding | None", lang: str) -> None:
        """One finding in a line; none hides it."""
        line.setVisible(finding is not None)
        if finding is None:
            return
        from sellerdesk.workflows.terms import rule
        from sellerdesk.writers.words import worded

        tint.repicture(mark, finding.outcome, finding.outcome)
        words.setText(worded(finding, rule(finding.rule), lang).text)

    def restyle(self) -> None:
        """Words and colours."""
        self.ask.setText(translate("Steps", "Check eligibility…"))
        self.note.setText(translate("Steps", "Record dates…"))
        self.view.setAccessibleName(translate("Steps", "Steps of the programme"))
        tint.fill_backgrounds("base", self, self.said, self.planned)
        for words in (self.sentence, self.period):
            tint.colour_text(words, "text")
        self.tell()


def note_of(step: "Step", account: "Account", as_of: date) -> str:
    """The words under a step on a day (Japan): its day, or how far it is."""
    if step.name == "offers" and account.offers is not None and step.state != "done":
        count = account.offers.short or account.offers.unsure
        return (translate("Steps", "{count} short") if account.offers.short else translate("Steps", "{count} to check")).format(
            count=f"{count:,}"
        )
    if step.name == "badge" and step.day is not None and step.state in ("waiting", "check"):
        due, past = translate("Steps", "due by {day}"), translate("Steps", "was due by {day}")
        return (past if step.day < as_of else due).format(day=short_day(step.day))
    if step.name == "eligible" and step.state != "todo":
        return eligible_words(step.state, applied=account.applied_on is not None)
    return short_day(step.day) if step.day and step.name != "badge" else state_words(step.state)


def eligible_words(state: str, *, applied: bool) -> str:
    """What is said of the shop's eligibility once it is known."""
    if state == "check":
        return translate("Steps", "if it still runs")
    if state == "no":
        return translate("Steps", "may not join")
    return translate("Steps", "conditions met") if applied else translate("Steps", "may join")


def short_day(day: date) -> str:
    """A day as the card shows it."""
    return f"{day:%Y-%m-%d}"


def step_words(name: str) -> str:
    """What a step is called."""
    return {
        "eligible": translate("Steps", "Eligible"),
        "applied": translate("Steps", "Applied"),
        "offers": translate("Steps", "All offers at the least rate"),
        "badge": translate("Steps", "Badge"),
        "cancelled": translate("Steps", "Cancelled"),
    }[name]


def state_words(state: str) -> str:
    """What a state is called, where there is no day."""
    return {
        "done": translate("Steps", "done"),
        "todo": translate("Steps", "not yet"),
        "check": translate("Steps", "to check"),
        "no": translate("Steps", "left"),
    }.get(state, "")
