"""Carriers' own files (B2クラウド, ゆうプリR, クリックポスト): carrier and method are the file's."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.shipment import Service
from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, Decoder
from sellerdesk.readers.methods import read_service
from sellerdesk.readers.table import Table

TYPE = expression(r"([0-9A])(?:\s*[::]\s*(.*))?", re.DOTALL)
COOL = ("1", "2")
"""冷凍 and 冷蔵, the first character of クール区分."""
TAKKYUBIN = "宅急便"


@cache
def services_of(kind: str) -> dict[str, Any]:
    """What a kind of file says of its services, from the resources."""
    found: dict[str, Any] = rtoml.loads(assets.text("headers/values/carriers.toml"))[kind]
    return found


def services(table: Table) -> list[Service]:
    """Carrier and method of every row."""
    kind = table.header.kind
    if kind != "b2_issued":
        return [
            read_service(services_of(kind)["carrier"], services_of(kind).get("always", written)) for written in table.cells("mail_type")
        ]
    days = table.decode("planned_on", Decoder(cells.day))
    return [b2_service(*row) for row in zip(table.cells("slip_type"), table.cells("cool"), map(str, days), strict=True)]


def b2_service(slip: str | None, cool: str | None, day: str) -> Service:
    """The service of a 送り状種類, with its クール区分, for a day (ISO) on which the parcel was to leave."""
    kind, written = services_of("b2_issued"), unicodedata.normalize("NFKC", slip or "").strip()
    found = TYPE.fullmatch(written)
    number = found[1] if found else ""
    if number == kind["changed"]["type"]:
        if day < kind["changed"]["from"]:
            return read_service(kind["carrier"], kind["changed"]["before"])
        return Service(f"{kind['carrier']} {written}", ("yamato",), tuple(kind["changed"]["after"]))
    method = kind["types"].get(number) or kind["words"].get(written, written)
    if method == TAKKYUBIN and (cool or "").strip()[:1] in COOL:
        method = f"クール{TAKKYUBIN}"
    return read_service(kind["carrier"], method)


def order_ids(table: Table) -> Sequence[str | None]:
    """The order of every row: what the shop wrote as its own number, or the parcel's number in a file that has no such column."""
    if "order_id" in table.columns:
        return table.decode("order_id", Decoder(str, blank=Bad("an_order_id")))
    return table.decode("tracking", Decoder(str, blank=Bad("a_tracking_number")))
