"""The units and the margin that the owner typed beside the cost of points: kept with the shop."""

from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.typed_cost import TypedCost
from sellerdesk.store.database import changing, opened
from sellerdesk.store.facts import get_setting, put_setting

KEPT = "typed_cost"
"""The setting that holds them. They suppose something and say nothing of the shop: undo passes over them, as over calculations."""


def load(store: Path) -> TypedCost:
    """What was typed; nothing for a shop that was never saved. Raises UnusableStore."""
    if not store.exists():
        return TypedCost()
    with opened(store) as db:
        return msgspec.convert(get_setting(db, KEPT) or {}, TypedCost)


def keep(store: Path, typed: TypedCost, now: datetime) -> TypedCost:
    """Keep what was typed in place of what was; gives it. Raises UnusableStore."""
    with changing(store) as db:
        put_setting(db, KEPT, msgspec.to_builtins(typed), now)
    return typed
