"""Judge the saved shipments and keep a row for each order: what the window's shipments table shows."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import MISSING, RANKS, Finding, badness
from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedShipment
from sellerdesk.domain.shipment import Shipment
from sellerdesk.readers.headers import SHIPMENTS
from sellerdesk.readers.shipments import ShipmentsFile
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.sfp.prime_shipments import prime_shipments
from sellerdesk.store import facts as saved
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.sfp.measures import measures, trial
from sellerdesk.workflows.sfp.shipments import Told, judged
from sellerdesk.workflows.shop.account import of as account_of
from sellerdesk.workflows.shop.kept_report import kept_report
from sellerdesk.workflows.shop.readings import readings_of

KINDS = SHIPMENTS
ALL_PRIME = "shipments_all_prime"
"""The setting by which the owner says that every shipment of the sheet is of an SFP offer."""


def saved_shipments(db: Database) -> tuple[str, list[Shipment]]:
    """The file's name and the shipments of the last sheet, read again from what its import kept, with taught spellings."""
    last = imports.last(db, KINDS)
    if last is None:
        return "", []
    content = kept_report(last.file, imports.source(db, last.number)).content
    found = content.shipments if isinstance(content, ShipmentsFile) else []
    return last.file, told(db).put_in(found)


def told(db: Database) -> Told:
    """What the owner told an open store that shipments are judged by."""
    region = account_of(db).same_day_region
    return Told(saved.get_methods(db), readings_of(db), region if region in ("yes", "no") else None)


def told_by(store: Path) -> Told:
    """What the owner told the shop that shipments are judged by. Raises UnusableStore."""
    with opened(store) as db:
        return told(db)


def judge_saved_shipments(db: Database, catalogue: Catalogue, as_of: date) -> tuple[list[JudgedShipment], dict[str, Any]]:
    """A row for every order with SFP shipments, and what is kept of the judging beside them."""
    file, shipments = saved_shipments(db)
    every = saved.get_setting(db, ALL_PRIME) == "yes"
    run = Run(as_of, catalogue, readings_of(db))
    prime, unknown = prime_shipments(shipments, run, listings=bool(catalogue.offers), every=every)
    audit = judged(prime, run, unknown, file)
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in audit.findings:
        found[finding.subject].append(finding)
    orders = {one.order_id: one for one in reversed(prime) if not one.is_cancelled}
    ranks = {number: rank for rank, number in enumerate(sorted(orders))}
    rows = [row_of(place, one, found[one.order_id], ranks[one.order_id]) for place, one in enumerate(orders.values())]
    rates = [msgspec.to_builtins(one) for one in measures(prime, audit, as_of)] if prime else []
    trials = [msgspec.to_builtins(one) for one in trial(prime, audit, as_of)] if prime else []
    summary = {rule: dict(counts) for rule, counts in audit.summary.items()}
    return rows, {
        "summary": summary,
        "measures": rates,
        "trial": trials,
        "unknown": len(unknown),
        "all": len(shipments),
        "all_prime": every,
    }


def row_of(place: int, one: Shipment, found: Sequence[Finding], rank: int) -> JudgedShipment:
    """The row of one order: its worst verdict first."""
    worst = sorted(found, key=badness)
    first = worst[0] if worst else None
    missing = sorted({fact for finding in found for fact in finding.missing})
    why = "" if first is None or first.outcome == "ok" else MISSING if first.case == MISSING else f"{first.rule}:{first.case}"
    tracking = " ".join(one.tracking or ())
    shown = "" if one.shipped_at in (None, "none") else str(one.shipped_at)
    text = msgspec.json.encode(worst).decode()
    search = folded("\n".join((one.order_id, one.sku or "", tracking, one.service.written)))
    verdict = RANKS[first.outcome] if first else RANKS["ok"]
    return JudgedShipment(
        place, one.order_id, one.sku or "", one.service.written, tracking, shown, verdict, why, text, " ".join(missing), search, rank
    )


def tell_all_prime(store: Path, *, every: bool, now: datetime) -> None:
    """Keep whether every shipment of the sheet is of an SFP offer. Raises UnusableStore."""
    with doing(store, "all_prime", now, to="yes" if every else "") as db:
        if every:
            saved.put_setting(db, ALL_PRIME, "yes", now)
        else:
            saved.drop_setting(db, ALL_PRIME)
