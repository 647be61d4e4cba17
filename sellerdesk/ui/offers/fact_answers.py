"""The answers that a fact of an offer can have, in words."""

from sellerdesk.ui.style.translate import translate

AS_THEY_ARE = "as-they-are"
"""Stands for the answers of several offers that differ, or were not looked up: choosing it changes nothing."""
ANSWERS = {
    "preorder": ("yes", "no"), "hazmat": ("yes", "potential", "no"), "medical": ("yes", "no"), "ship_from": ("JP",),
    "restock_date": ("none",),
}  # fmt: skip


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
