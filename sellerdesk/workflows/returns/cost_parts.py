"""What the cost of one saved return is made of, line by line in words: read and judged alone, when somebody asks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sellerdesk.domain.return_costs import Figure, Line
from sellerdesk.store import decisions, offers
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.workflows.returns.costs import ReturnCost, with_labels_back
from sellerdesk.workflows.returns.rows import judged_items
from sellerdesk.workflows.shop.catalogue import some_of
from sellerdesk.workflows.shop.kept_returns import returns_of_order
from sellerdesk.writers.quote_words import amount, figure_words
from sellerdesk.writers.words import say


def cost_parts(store: Path, order_id: str, as_of: date, lang: str) -> list[tuple[str, str]]:
    """The lines of the cost of an order's returns on a day (Japan), each with its yen or what it waits for. Raises UnusableStore."""
    with opened(store) as db:
        costs = costs_of_order(db, order_id, as_of)
    return [part for returned in costs for part in parts_of(returned, lang, with_sku=len(costs) > 1)]


def costs_of_order(db: Database, order_id: str, as_of: date) -> list[ReturnCost]:
    """The saved returns of one order with their costs; what other orders cost has no part in them."""
    items = returns_of_order(db, order_id)
    chosen = [offer for _place, offer in offers.get_with_twins(db, [item.sku for item in items if item.sku])]
    return with_labels_back(judged_items(db, items, some_of(db, chosen), as_of, ())[1], decisions.every(db))


def parts_of(returned: ReturnCost, lang: str, *, with_sku: bool) -> Iterator[tuple[str, str]]:
    """The lines of one return; of several its SKU stands before them. Where payments took more for a line, that counts, and is said."""
    if with_sku:
        yield returned.item.sku or "–", ""
    for line in returned.costs.lines:
        name, figure = say(lang, f"line.{line.kind}"), line.figure
        if returned.taken_beyond(line):
            yield say(lang, "say.cost_taken", line=name), amount(Figure(returned.taken[line.kind]), lang)
        elif is_part(line):
            yield name, amount(figure, lang) if figure.yen is None else figure_words(figure, lang)


def is_part(line: Line) -> bool:
    """Whether a line has yen, or waits for something; what was spent before the return is no part of its cost."""
    return line.kind != "outbound" and bool(line.figure.yen or line.figure.lacking)
