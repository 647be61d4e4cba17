"""What figures touch in a saved shop: its offers, its returns by category, and what it sold in the month just past."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from sellerdesk.domain.folding import fold
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.domain.shop import Shop
from sellerdesk.store import judged
from sellerdesk.store.database import opened
from sellerdesk.workflows.cashless.rows import saved_orders
from sellerdesk.workflows.points.cost import MONTH, of_orders
from sellerdesk.workflows.shop import saved


class Touched(msgspec.Struct, frozen=True):
    """A shop, how many of its returns are of each category word (folded), and the units it sold by SKU in the 30 days up to a day."""

    shop: Shop
    returns: Mapping[str, int]
    units: Mapping[str, int]


def touched(store: Path, as_of: date) -> Touched | None:
    """What figures can touch in a shop on a day (Japan); None when nothing was ever saved. Raises UnusableStore."""
    shop = saved.load(store)
    if shop is None:
        return None
    with opened(store) as db:
        found = [row for rows in judged.chunks(db, JudgedReturn) for row in rows if isinstance(row, JudgedReturn)]
        sold = of_orders(saved_orders(db), shop.offers, as_of, MONTH)
    return Touched(shop, Counter(fold(row.category) for row in found if row.category), sold.by_sku)
