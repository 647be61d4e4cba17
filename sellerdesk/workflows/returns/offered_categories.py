"""The categories that a form offers on a day: those of the table of fees, by their names in a language."""

from datetime import date

import msgspec

from sellerdesk.rules.returns.categories import FREE, categories, fold
from sellerdesk.rules.returns.payer import Payer
from sellerdesk.workflows.terms import rule

RULE = "returns.payer"
"""The rule whose figures list them."""


def offered_categories(as_of: date, lang: str) -> list[tuple[str, str]]:
    """The categories that a form offers on a day, by the names of a language, each with its group.

    The groups are "free" (returns are free for the buyer), "other", and "unclear" (the name leaves it open), in this order.
    """
    version = rule(RULE).on(as_of)
    if version is None:
        return []
    params = msgspec.convert(version.params, Payer)
    kinds = categories(params.categories, {})
    groups = dict.fromkeys(FREE, "free") | {"other": "other", None: "unclear"}
    named = [(name.in_(lang), groups[kinds.kind(name.in_(lang))]) for name in params.offered]
    return sorted(named, key=lambda pair: ("free", "other", "unclear").index(pair[1]))


def category_words(as_of: date, name: str, lang: str) -> str:
    """A category's name in a language, where it is one that a form offers on a day; every other stays as it is written."""
    version = rule(RULE).on(as_of)
    offered = msgspec.convert(version.params, Payer).offered if version else ()
    known = next((one for one in offered if fold(name) in (fold(one.ja), fold(one.en))), None)
    return known.in_(lang) if known else name
