"""One answer for many offers: which ones, by what is told of them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple, cast

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.folding import folded
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows import shop

Field = Literal["category", "template", "title", "sku"]
FIELDS: tuple[Field, ...] = ("category", "template", "title", "sku")
SAME, CONTAINS = "=", "~"
VERBATIM = ("template", "sku")
"""Fields whose values are names of Amazon's: two that differ only in width or case are two."""


class Where(NamedTuple):
    """One condition: a field is (=) or contains (~) a text, without differences of width, case and kana but in names."""

    field: Field
    mark: str
    text: str

    def holds(self, offer: Offer, known: SkuFacts) -> bool:
        """Whether an offer meets it; what is not known meets none."""
        told = {"category": known.category, "template": offer.shipping_template, "title": offer.title, "sku": offer.sku}[self.field]
        if told is None:
            return False
        if self.mark == CONTAINS:
            return folded(self.text) in folded(told)
        return told == self.text if self.field in VERBATIM else folded(told).strip() == folded(self.text)


def where(text: str) -> Where:
    """A condition as a person types it: category=Shoes, template=NAME, title~TEXT. Raises UnusableArgument."""
    mark = next((character for character in text if character in (SAME, CONTAINS)), "")
    field, _mark, value = text.partition(mark) if mark else (text, "", "")
    if field.strip() not in FIELDS or not value.strip():
        raise UnusableArgument("no_such_condition", name=text, there=FIELDS)
    return Where(cast("Field", field.strip()), mark, value.strip())


def chosen(store: Path, conditions: Sequence[Where]) -> tuple[str, ...]:
    """The SKUs of the saved offers that meet every condition. Raises UnusableArgument when none does, UnusableStore."""
    saved = shop.load(store)
    if saved is None or saved.last is None:
        raise UnusableArgument("nothing_saved")
    facts = saved.facts
    skus = tuple(offer.sku for offer in saved.offers if all(one.holds(offer, facts.get(offer.sku, SkuFacts())) for one in conditions))
    if not skus:
        raise UnusableArgument("none_chosen")
    return tuple(dict.fromkeys(skus))


def set_fact_where(store: Path, conditions: Sequence[Where], fact: str, text: str, now: datetime) -> tuple[str, ...]:
    """Set a fact of all saved offers that meet every condition, as one change; gives their SKUs.

    Raises UnusableArgument, UnusableStore.
    """
    skus = chosen(store, conditions)
    shop.set_fact(store, skus, fact, text, now)
    return skus
