"""What a shell completes from the shop: names of shops, shipping templates, SKUs. Nothing is said when there is no shop to ask."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from sellerdesk.domain.refusal import Fault
from sellerdesk.paths import DEFAULT_SHOP, data_folder, store_of

if TYPE_CHECKING:
    from pathlib import Path

    from sellerdesk.store.connection import Database

MOST = 200
"""Names that are offered at most."""


def shops(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """The shops of the data folder."""
    folder = data_folder(ctx.find_root().params.get("data")) / "shops"
    return beginning(begun, sorted(file.stem for file in folder.glob("*.db")))


def templates(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """The shipping templates that the saved listings name."""
    from sellerdesk.store import offers  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return beginning(begun, of_shop(ctx, lambda db: [name for name, _count in offers.get_templates(db)]))


def skus(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """The SKUs of the saved listings."""
    from sellerdesk.store import offers  # noqa: PLC0415 (as above)

    return beginning(begun, of_shop(ctx, lambda db: [offer.sku for offer in offers.get_offers(db)]))


def of_shop(ctx: click.Context, ask: Callable[["Database"], Iterable[str]]) -> list[str]:
    """What a saved shop tells; nothing where it cannot be read: a shell shows no faults."""
    from sellerdesk.store.database import opened  # noqa: PLC0415 (as above)

    root = ctx.find_root().params
    data: Path | None = root.get("data")
    with suppress(Fault):
        store = store_of(str(root.get("shop") or DEFAULT_SHOP), data)
        if store.exists():
            with opened(store) as db:
                return list(ask(db))
    return []


def beginning(begun: str, names: Iterable[str]) -> list[str]:
    """The names that begin so."""
    return [name for name in names if name.startswith(begun)][:MOST]
