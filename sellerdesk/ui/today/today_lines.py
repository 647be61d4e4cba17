"""The lines of Today: a need with its act, and what was done, which fades where it stood."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.today.act_words import act_words, done_words, left_words, money_words
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.deed import Deed
    from sellerdesk.workflows.judged.need import Need

WHEN, MONEY, ACT, DONE_HEIGHT = 92, 112, 196, 34
"""Least widths of the columns, and the height of a line that is done, in pixels at letters of the natural size."""
NEAR = 1
"""Days left, at most, of what is shown in red: past, today, tomorrow."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NeedLine(QWidget):
    """Symbol, what is so over why, by when, what is at stake, and the button of the act; the first one of the page stands out."""

    def __init__(self, need: "Need", sentence: str, *, first: bool) -> None:
        """`sentence` says the need in words."""
        super().__init__()
        urgent = need.left is not None and need.left <= NEAR
        hot = first and (urgent or need.look == "breach")
        fact, why = in_two(sentence)
        self.button = build.button(act_words(need))
        if first:
            build.fill_in(self.button)
        self.button.setMinimumWidth(round(ACT * theme.scale()))
        self.button.setAccessibleName(plain.shown(f"{self.button.text()}: {sentence}"))
        ink = "breach" if hot else "text"
        words = build.column(build.label(fact, "lead" if hot else "body", ink, bold=hot, wrap=True), gap=1)
        if why:
            words.addWidget(build.label(why, "small", "muted", wrap=True))
        when = column_of(left_words(need), WHEN, "breach" if urgent else "muted", bold=urgent)
        amount, what = money_words(need)
        captioned = (column_of(amount, MONEY, ink, bold=True), column_of(what, MONEY, "muted", size="small"))
        money = build.column(None, *captioned, None, gap=0)  # together, however many lines the words take
        line = (tint.picture(need.look, need.look, 20), 8, words, when, money, 12, self.button)
        self.setLayout(build.row(*line, margins=(20, 6, 16, 6), grow=words))
        self.setMinimumHeight(52)
        tint.fill_background(self, "breach_bg" if hot else "base")


class DoneLine(QWidget):
    """What was done of one kind, with a word of thanks and the time of the last; that one can be taken back."""

    def __init__(self, deeds: Sequence["Deed"], today: str, undo: Callable[[], None] | None) -> None:
        """`today` is the day (ISO 8601) whose deeds need no date; without `undo` another change stands in between."""
        super().__init__()
        deed = deeds[-1]
        moment = deed.at[11:16] if deed.at[:10] == today else deed.at[:16].replace("T", " ")
        words, self.back = build.label(done_words(deeds), token="faint"), build.flat(" ", "undo")  # noqa: S106 (a colour)
        self.back.setText(translate("Bar", "Undo"))
        if undo is None:
            self.back.hide()
        else:
            self.back.clicked.connect(undo)
        line = (tint.picture("ok", "ok", 18), 8, words, 8, build.label(moment, "small", "faint"), None, self.back)
        self.setLayout(build.row(*line, margins=(21, 0, 16, 0)))
        self.setMinimumHeight(DONE_HEIGHT)
        tint.fill_background(self, "base")


def in_two(sentence: str) -> tuple[str, str]:
    """A need's first sentence, and what follows it."""
    first, _end, rest = re.sub(r"(。|[.!] )(?=\S)", lambda end: end[0].strip() + "\0", sentence, count=1).partition("\0")
    return first.removesuffix("。"), rest


def column_of(words: str, width: int, token: str, *, size: str = "body", bold: bool = False) -> QLabel:
    """Words at the right edge of a column, so that the eye runs down one edge."""
    label = build.label(words, size, token, bold=bold)
    label.setAlignment(RIGHT)
    label.setMinimumWidth(round(width * theme.scale()))
    return label


def buttons_alike(buttons: list[QPushButton]) -> None:
    """Give all acts the width of the widest."""
    widest = max((button.sizeHint().width() for button in buttons), default=0)
    for button in buttons:
        button.setMinimumWidth(max(button.minimumWidth(), widest))
