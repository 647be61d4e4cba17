"""The answers that a fact of an offer can have, in words."""

from datetime import date

from sellerdesk.ui.style.translate import translate

AS_THEY_ARE = "as-they-are"
"""Stands for the answers of several offers that differ, or were not looked up: choosing it changes nothing."""
ANSWERS = {
    "preorder": ("yes", "no"), "hazmat": ("yes", "potential", "no"), "medical": ("yes", "no"), "ship_from": ("JP",),
    "restock_date": ("none",),
}  # fmt: skip

CATEGORY = "category"
"""Of this fact the answers are the names of a day's table of fees: returns and payments wait for it, no offer does."""
ASKED = (*ANSWERS, CATEGORY)
"""The facts that have a field."""


def answers_of(fact: str, as_of: date, lang: str) -> list[tuple[str, str]]:
    """The answers of a fact on a day (Japan), each in the words of a language with what is kept."""
    if fact == CATEGORY:
        from sellerdesk.workflows.returns.offered_categories import offered_categories

        return [(name, name) for name, _group in offered_categories(as_of, lang)]
    return [(answer_words(answer), answer) for answer in ANSWERS[fact]]


def answer_words(answer: str) -> str:
    """An answer in the language of the moment."""
    return {
        "yes": translate("Why", "Yes"),
        "no": translate("Why", "No"),
        "potential": translate("Why", "Potentially"),
        "JP": translate("Why", "Japan"),
        "none": translate("Why", "No date"),
        AS_THEY_ARE: translate("Why", "Various (left as is)"),
    }.get(answer, answer)
