"""Facts of items that verdicts on returns and payments wait for, each with its field: the answer is one about the item, for offers too."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import add_section
from sellerdesk.ui.offers.fact_answers import ASKED, answers_of
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.choice_field import ChoiceField


def add_asked(content: QVBoxLayout, desk: Desk, skus: Sequence[str], missing: Sequence[str]) -> None:
    """A field for each fact that has some few answers, of each of some items that lacks it."""
    for fact in missing:
        if fact in ASKED:
            for sku in lacking(desk, skus, fact):
                add_section(content, title_of(desk, fact, sku if len(skus) > 1 else ""))
                content.addWidget(field(desk, fact, sku))


def known_answer(desk: Desk, fact: str, sku: str) -> str:
    """What is known of a fact of an item; "" for nothing."""
    from sellerdesk.workflows.shop import facts

    known: dict[str, str] = desk.attempt(lambda: facts.known_of(desk.store, fact)) or {}
    return known.get(sku, "")


def lacking(desk: Desk, skus: Sequence[str], fact: str) -> list[str]:
    """The SKUs of which a fact is not known."""
    from sellerdesk.workflows.shop import facts

    known = desk.attempt(lambda: facts.known_of(desk.store, fact)) or {}
    return [sku for sku in skus if sku not in known]


def title_of(desk: Desk, fact: str, sku: str) -> str:
    """What is asked for, of an item."""
    from sellerdesk.writers.words import fact_name

    words = translate("Why", "Not answered yet: {fact}").format(fact=fact_name(fact, desk.lang))
    return f"{words} · {sku}" if sku else words


def field(desk: Desk, fact: str, sku: str, known: str = "") -> ChoiceField:
    """The answers to choose from, at what is `known`.

    The one chosen is kept once the press is over, for the verdicts that follow fill the panel anew.
    """
    made = ChoiceField()
    made.setMinimumHeight(32)
    made.addItem(translate("Why", "Not known"), "")
    for words, answer in answers_of(fact, desk.as_of, desk.lang):
        made.addItem(words, answer)
    if known and made.findData(known) < 0:  # answered in the other language, or a name of before
        from sellerdesk.workflows.returns.offered_categories import category_words

        made.addItem(plain.shown(category_words(desk.as_of, known, desk.lang)), known)
    made.setCurrentIndex(max(0, made.findData(known)))
    made.setAccessibleName(plain.shown(title_of(desk, fact, sku)))

    def answer_it() -> None:
        if made.currentData() and made.currentData() != known:
            QTimer.singleShot(0, desk, partial(edits.answer_and_judge, desk, [sku], fact, made.currentData()))

    made.answered.connect(answer_it)
    return made
