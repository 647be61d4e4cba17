"""Chips that filter a table: symbol, word and count; of verdicts, or of the states of orders."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import verdict_words
from sellerdesk.ui.style import icons, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow


class Chip(NamedTuple):
    """One chip: its icon, the token of its colours (…_bg is its tint), and its word in the language of the moment."""

    icon: str
    token: str
    word: Callable[[], str]


def verdict_chip(rank: int) -> Chip:
    """The chip of a verdict."""
    return Chip(theme.VERDICTS[rank], theme.VERDICTS[rank], lambda: verdict_words(rank))


VERDICTS = tuple(verdict_chip(rank) for rank in range(len(theme.VERDICTS)))


class Chips(QWidget):
    """A row of chips; none pressed shows all."""

    chosen = Signal()

    def __init__(self, desk: Desk, chips: Sequence[Chip] = VERDICTS) -> None:
        """No counts yet."""
        super().__init__()
        self.chips, self.counts = chips, [0] * len(chips)
        self.buttons = [QPushButton() for _ in chips]
        self.clear = build.flat()
        layout = Flow(self, build.GAP)
        for button in self.buttons:
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.toggled.connect(self._toggled)
            layout.addWidget(button)
        layout.addWidget(self.clear)
        self.clear.clicked.connect(self.reset)
        desk.follow(self.restyle)

    def wanted(self) -> frozenset[int]:
        """The places of the chips that are pressed; of verdicts, their ranks."""
        return frozenset(place for place, button in enumerate(self.buttons) if button.isChecked())

    def show_counts(self, counts: list[int]) -> None:
        """Show how many rows belong to each chip."""
        self.counts = counts
        self.restyle()

    def reset(self) -> None:
        """Show all again."""
        for button in self.buttons:
            button.setChecked(False)

    def only(self, place: int) -> None:
        """Press one chip alone."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)

    def filters(self) -> dict[str, str]:
        """What is pressed, as a saved view keeps it."""
        return {"chips": " ".join(map(str, sorted(self.wanted())))}

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press what a saved view keeps."""
        pressed = chosen.get("chips", "").split()
        for number, button in enumerate(self.buttons):
            button.setChecked(str(number) in pressed)

    def _toggled(self) -> None:
        """Colour the chips and tell."""
        self.restyle()
        self.chosen.emit()

    def restyle(self) -> None:
        """Words, counts and colours; a pressed chip wears its tint."""
        for chip, button, count in zip(self.chips, self.buttons, self.counts, strict=True):
            word = chip.word()
            button.setText(f"{word}  {count:,}")
            button.setAccessibleName(f"{word} {count:,}")
            button.setIcon(icons.icon(chip.icon, chip.token))
            button.setFont(theme.font(bold=button.isChecked()))
            tint.untint(button)
            if button.isChecked():
                tint.tint(button, chip.token + "_bg", QPalette.ColorRole.Button)
                tint.tint(button, chip.token, QPalette.ColorRole.ButtonText)
            button.setMinimumSize(button.sizeHint().width() + 12, 30)
        self.clear.setText(translate("Chips", "Clear filter"))
        self.clear.setVisible(bool(self.wanted()))
        tint.colour_text(self.clear, "link")


class OnlyThese(QPushButton):
    """A chip that keeps a list to rows that were asked for elsewhere, such as under Today; a press shows the others again."""

    released = Signal()

    def __init__(self, desk: Desk) -> None:
        """Every row passes."""
        super().__init__()
        self.subjects: frozenset[str] = frozenset()
        self.setCheckable(True)
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self.release)
        desk.shop_left.connect(self.release)
        desk.follow(self.restyle)

    def keep(self, subjects: Iterable[str]) -> None:
        """Let only these SKUs or order ids pass; all with none."""
        self.subjects = frozenset(subjects)
        self.restyle()

    def release(self) -> None:
        """Let every row pass."""
        if self.subjects:
            self.keep(())
            self.released.emit()

    def takes(self, subject: str) -> bool:
        """Whether a row passes, by its SKU or order id."""
        return not self.subjects or subject in self.subjects

    def restyle(self) -> None:
        """Words and colours."""
        self.setVisible(bool(self.subjects))
        self.setChecked(bool(self.subjects))
        self.setText(translate("Chips", "Only these {count} ×").format(count=f"{len(self.subjects):,}"))
        self.setAccessibleName(translate("Chips", "Only these {count}: show all again").format(count=f"{len(self.subjects):,}"))
        self.setIcon(icons.icon("calendar", "accent"))
        self.setFont(theme.font(bold=True))
        tint.tint(self, "accent_soft", QPalette.ColorRole.Button)
        tint.tint(self, "accent", QPalette.ColorRole.ButtonText)
        self.setMinimumSize(self.sizeHint().width() + 12, 30)
