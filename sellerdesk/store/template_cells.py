"""The cells of shipping templates as the store keeps them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sellerdesk.domain.template import TemplateCell
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database

CELLS = "template_cells"


def of(db: Database) -> tuple[TemplateCell, ...]:
    """The cells of an open store."""
    return tuple(msgspec.convert(saved.get_setting(db, CELLS) or [], list[TemplateCell]))


def keep(db: Database, cells: Sequence[TemplateCell], now: datetime) -> None:
    """Put cells in place of all others."""
    saved.put_setting(db, CELLS, msgspec.to_builtins(list(cells)), now)
