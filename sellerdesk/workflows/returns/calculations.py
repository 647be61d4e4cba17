"""The calculations of returns that are kept: the one in the form, and those before it, to be taken up again."""

from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.calculation import MOST, Calculation
from sellerdesk.store.database import changing, opened
from sellerdesk.store.facts import get_setting, put_setting

KEPT = "calculations"
"""The setting that holds them. They are no facts of the shop: undo passes over them, as it does over where a window stood."""


def load(store: Path) -> list[Calculation]:
    """The kept calculations, the newest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return msgspec.convert(get_setting(db, KEPT) or [], list[Calculation])


def keep(store: Path, kept: list[Calculation], now: datetime) -> None:
    """Keep these calculations, as many as are kept at most, in place of those before. Raises UnusableStore."""
    with changing(store) as db:
        put_setting(db, KEPT, kept[:MOST], now)


def with_newest(kept: list[Calculation], newest: Calculation) -> list[Calculation]:
    """The calculations with one on top: in place of the one that was begun, and of an equal one further down."""
    others = [
        calculation
        for calculation in kept
        if not calculation.begun
        and (calculation.inputs, calculation.sku, calculation.order_id) != (newest.inputs, newest.sku, newest.order_id)
    ]
    return [newest, *others][:MOST]
