"""What the reports and the owner tell of an item or a returned order, as inputs of the calculator; what nobody told is left out."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import msgspec

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.charged import Charged
from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.folding import fold
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.returns.label_rows import best_rows
from sellerdesk.store import facts, offers
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.workflows.returns import assumptions
from sellerdesk.workflows.returns.charged import Key, as_charged, charged
from sellerdesk.workflows.returns.costs import as_asked
from sellerdesk.workflows.returns.label_backs import with_labels_back, with_labels_taken
from sellerdesk.workflows.returns.label_costs import label_costs
from sellerdesk.workflows.returns.quote import quote
from sellerdesk.workflows.returns.report import put_in
from sellerdesk.workflows.returns.rows import saved_returns
from sellerdesk.writers.quote_words import plain

COPIED = (
    "reason", "category", "hazmat", "ordered_on", "arrived_on", "price", "points", "shipping_charged", "gift_wrap", "size", "fare",
    "referral_percent",
)  # fmt: skip
"""The inputs that a return can tell under the same name; its weight is in grams, and the form's in kilograms."""
DECIMALS = 4
"""Those of a rate that can be typed; one that has more is left to the table of its category."""
GRAMS = 1_000


class FoundItem(msgspec.Struct, frozen=True):
    """An item with what is told of it, by the names of the inputs; `of_today`: the price is that of the listing, not of the order."""

    sku: str
    order_id: str
    title: str
    inputs: dict[str, str]
    of_today: bool = False


def from_item(store: Path, as_of: date, sku: str, order_id: str = "") -> FoundItem:
    """What is known of a SKU, and of its return in an order where one is named. Raises UnusableStore."""
    with opened(store) as db:
        rows = [item for item in saved_returns(db) if item.subject == order_id] if order_id else []
        item = returned(rows, sku)
        sku = item.sku or sku
        offer = offer_of(db, sku)
        known = facts.get_facts_of(db, [sku]).get(sku, NOTHING_KNOWN)
        paid = charged(db, [order_id]) if order_id else {}
        asked = with_facts(item, known, label_cost(item, rows, paid))
        chosen = inputs_of(as_charged(asked, paid.get((order_id, fold(sku)))), as_of, assumptions.of(db))
    of_today = "price" not in chosen and offer is not None and offer.price is not None
    if of_today and offer is not None:
        chosen["price"] = str(offer.price)
        chosen |= {} if offer.points is None else {"points": str(offer.points)}
    return FoundItem(sku, order_id, (offer.title if offer else None) or "", chosen, of_today)


def returned(rows: Sequence[ReturnedItem], sku: str) -> ReturnedItem:
    """The row of a returned order, that of the SKU where the order has several; one that tells nothing where there is none."""
    of_sku = [item for item in rows if item.sku == sku]
    return next(iter(of_sku or rows), ReturnedItem(sku=sku))


def label_cost(item: ReturnedItem, rows: Sequence[ReturnedItem], paid: Mapping[Key, Charged]) -> int | None:
    """The yen that payment reports tell of the label of one of the rows of an order; None where they tell none."""
    live = [row for row in with_labels_back(with_labels_taken(rows, paid), paid) if row.status not in ENDED]
    labels = best_rows(live, lambda row: row.label_cost)
    return label_costs(labels, paid).get((item.subject, item.label))


def offer_of(db: Database, sku: str) -> Offer | None:
    """The offer of a SKU in the listings."""
    return next((offer for _place, offer in offers.get_with_twins(db, [sku]) if offer.sku == sku), None)


def with_facts(item: ReturnedItem, known: SkuFacts, label: int | None) -> ReturnedItem:
    """A return as the account takes it: the order's amount as the price, the label's cost as the fare, in yen as payments tell it."""
    filled = put_in(item, {item.sku or "": known}, {}, all_prime=True)
    return as_asked(filled, label, bears_label=True)


def inputs_of(item: ReturnedItem, as_of: date, shop: Assumptions) -> dict[str, str]:
    """A return as it would be typed; a reason of the report is the number of its row, where that is known."""
    values = {name: value for name in COPIED if (value := getattr(item, name)) is not None}
    typed = {name: value for name, value in values.items() if not isinstance(value, Fraction) or value == round(value, DECIMALS)}
    chosen = {name: plain(value) if isinstance(value, Fraction) else str(value) for name, value in typed.items()}
    if item.weight is not None:
        chosen["weight_kg"] = plain(Fraction(item.weight, GRAMS))
    if item.reason is not None and (row := quote(item, as_of, shop).finding.facts.get("row")):
        chosen["reason"] = str(row)
    return chosen
