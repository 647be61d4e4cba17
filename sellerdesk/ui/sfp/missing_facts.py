"""The strip of facts that are missing: an answer here is taken for every offer that waits for it, and verdicts turn at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.rows_model import field_of
from sellerdesk.ui.offers.fact_answers import ANSWERS, answer_words
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

SHOWN = 5
NAMED, LETTERS = 2, 16
"""Offers that a menu names of those that wait, and letters of a name."""


class MissingFacts(QWidget):
    """Facts missing, those first whose answer settles most; hidden when none is."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is missing yet."""
        super().__init__()
        self.desk = desk
        self.tally: Counter[str] = Counter()  # offers by all facts that each waits for
        self.stale = False
        self.buttons: list[QPushButton] = []
        self.line = Flow(self, build.GAP, (16, 8, 12, 8))
        desk.on_rows(self.load)
        desk.edited.connect(self.change)
        desk.follow(self.retell)

    def retell(self) -> None:
        """Show what is missing."""
        build.emptied(self.line)
        self.buttons = []
        counts = self.counts()
        self.setVisible(bool(counts))
        if not counts:
            return
        from sellerdesk.writers.words import fact_name

        tint.fill_background(self, "check_bg")
        words = self.settled_words([*counts][:SHOWN])
        self.line.addWidget(tint.picture("check", "check", 20))
        self.line.addWidget(build.label(words, "lead", "text"))
        for fact, count in list(counts.items())[:SHOWN]:
            button = build.button(f"{fact_name(fact, self.desk.lang)}   {count:,}", height=32)
            button.setMenu(self.answers(button, fact, count))
            self.buttons.append(button)
            self.line.addWidget(button)

    def settled_words(self, asked: Sequence[str]) -> str:
        """How many offers the answers to what is asked settle: those that wait for nothing else."""
        settled = sum(times for missing, times in self.tally.items() if missing and set(missing.split()) <= set(asked))
        if not settled:
            return translate("Missing", "Answers that offers wait for")
        words = translate("Missing", "{questions} questions settle {count} offers")
        return words.format(questions=len(asked), count=f"{settled:,}")

    def count_in(self, rows: Iterable[JudgedRow], step: int) -> None:
        """Count what rows wait for in (1) or out (-1)."""
        for missing, times in Counter(map(field_of("missing"), rows)).items():
            self.tally[missing] += times * step

    def load(self) -> None:
        """Count all rows anew."""
        self.tally = Counter()
        self.count_in(self.desk.rows, 1)
        self.retell()

    def change(self, pairs: list[tuple[JudgedRow, JudgedRow]]) -> None:
        """Count rows that were judged anew."""
        self.count_in((before for before, _after in pairs), -1)
        self.count_in((after for _before, after in pairs), 1)
        self.freshen()

    def freshen(self) -> None:
        """Show what changed; on a page out of sight it waits until that is looked at, for it takes some 3 ms of an edit."""
        page = self.parentWidget()
        self.stale = page is not None and not page.isVisible()
        if not self.stale:
            self.retell()

    def counts(self) -> dict[str, int]:
        """How many offers wait for each fact that the owner can answer, most first."""
        waiting: Counter[str] = Counter()
        for missing, times in self.tally.items():
            waiting.update(dict.fromkeys(missing.split(), times))
        return {fact: count for fact, count in waiting.most_common() if count and fact in ANSWERS}

    def answers(self, button: QPushButton, fact: str, count: int) -> QMenu:
        """The menu of answers for all that wait."""
        menu = QMenu(button)
        for answer in ANSWERS[fact]:
            words = translate("Missing", "{answer}, for {count} offers").format(answer=answer_words(answer), count=f"{count:,}")
            menu.addAction(words).triggered.connect(partial(edits.answer_missing, self.desk, fact, answer))
        named = menu.addAction("")
        named.setEnabled(False)
        menu.aboutToShow.connect(lambda: named.setText(self.names(fact, count)))  # looked for when it is asked: all rows are
        return menu

    def names(self, fact: str, count: int) -> str:
        """The first offers that wait for a fact, and how many more there are."""
        waiting = (row for row in self.desk.rows if fact in row.missing.split())
        names = ", ".join(plain.literal(" ".join(filter(None, (row.sku, cut(row.title))))) for row in islice(waiting, NAMED))
        if count <= NAMED:
            return translate("Missing", "About: {names}").format(names=names)
        return translate("Missing", "About: {names} and {count} more").format(names=names, count=f"{count - NAMED:,}")


def cut(title: str) -> str:
    """A name in so few letters that a menu stays narrow."""
    return title if len(title) <= LETTERS else f"{title[:LETTERS]}…"
