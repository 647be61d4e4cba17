"""Widgets side by side that go on in a further line where one has no room: larger letters and longer words cut nothing."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

NOTHING = Qt.Orientation(0)
LINES_APART = 8
"""Pixels between two lines at most: a wide gap between figures would take a low screen a row of its table."""


class Flow(QLayout):
    """A line of widgets that breaks; each has the height of its own hint, and those of a line stand on one middle."""

    def __init__(self, owner: QWidget, gap: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        """Nothing in it yet; `gap` lies between widgets, and between lines where it is no wider than LINES_APART."""
        super().__init__(owner)
        self.items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(*margins)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        owner.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self.items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """One of them, which leaves."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return NOTHING

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self.place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into its place."""
        super().setGeometry(rect)
        self.place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self.shown()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self.around(QSize(wide, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """As wide as the widest of them."""
        least = QSize()
        for item in self.shown():
            least = least.expandedTo(item.minimumSize())
        return self.around(least)

    def around(self, size: QSize) -> QSize:
        """A size with the margins."""
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def shown(self) -> list[QLayoutItem]:
        """Those that are not hidden."""
        return [item for item in self.items if not item.isEmpty()]

    def place(self, rect: QRect, *, move: bool) -> int:
        """Break into lines, and move the widgets when asked; gives the height of it all."""
        inner, gap = rect.marginsRemoved(self.contentsMargins()), self.spacing()
        apart = min(gap, LINES_APART)
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        right = inner.width() + 1
        for item in self.shown():
            hint = item.sizeHint().boundedTo(QSize(max(inner.width(), item.minimumSize().width()), item.sizeHint().height()))
            right += gap + hint.width()
            if right > inner.width() or not lines:
                lines.append([])
                right = hint.width()
            lines[-1].append((item, hint))
        top = inner.top()
        for line in lines:
            high = max(hint.height() for _item, hint in line)
            left = inner.left()
            for item, hint in line:
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - hint.height()) // 2), hint))
                left += hint.width() + gap
            top += high + apart
        return top - apart * bool(lines) - rect.top() + self.contentsMargins().bottom()
