"""The list by SKU that Points Central gives back: the whole percent of points that is set for each offer."""

from collections.abc import Mapping

import msgspec

from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.sheet import Sheet
from sellerdesk.readers.table import read_table, refuse_contradictions


class PointsList(msgspec.Struct, frozen=True):
    """The percent that is set, by SKU (None: its cell is blank, or its row was refused), the rows refused, and how many rows there are."""

    percents: Mapping[str, int | None]
    refused: list[Refusal]
    rows: int


def read_points_list(sheet: Sheet, header: Header) -> PointsList:
    """The percent that is set for every SKU. Raises UnreadableFile when there are no rows."""
    table = read_table(sheet, header)
    if not table.lines:
        raise UnreadableFile("no_offers")
    table.refuse_empty()
    percents = table.decode("points_percent", Decoder(cells.whole_percent))
    skus = table.skus()
    refuse_contradictions(table, skus, {"points_percent": percents})
    written = table.cells("sku")
    lost: dict[str, int | None] = {sku.strip(): None for place in table.bad if (sku := written[place])}
    by_sku = lost | dict(zip(table.good(skus), table.good(percents), strict=True))
    return PointsList(by_sku, table.refusals(), len(table.lines))
