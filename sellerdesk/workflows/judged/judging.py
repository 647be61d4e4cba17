"""Judge the saved catalogue and keep a row for every offer: what the window shows, without judging anything itself."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.imported import Import
from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
from sellerdesk.domain.order import Order
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import judged, offers
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing, opened
from sellerdesk.workflows.cashless.rows import judge_orders, saved_orders
from sellerdesk.workflows.judged import by_figures
from sellerdesk.workflows.judged.coming import coming
from sellerdesk.workflows.judged.origins import FROM, LAST_DEED, last_deed, last_imports
from sellerdesk.workflows.offers.audit import judged as judge
from sellerdesk.workflows.offers.rows import Progress, moves, quiet, rows_of, summary
from sellerdesk.workflows.payments.kept import judge_saved_payments
from sellerdesk.workflows.points.cost import MONTH, assumed, of_orders, strip_figures
from sellerdesk.workflows.points.price_cliff import fees_of
from sellerdesk.workflows.returns.rows import judge_saved_returns
from sellerdesk.workflows.sfp.shipment_rows import judge_saved_shipments
from sellerdesk.workflows.shop import saved as shop_saved
from sellerdesk.workflows.shop.catalogue import some_of, whole
from sellerdesk.workflows.shop.readings import readings_of

ATTEMPTS = 5


def judge_saved(store: Path, as_of: date, now: datetime, progress: Progress = quiet) -> Audit:
    """Judge all that is saved on a day (Japan) and keep the rows and counts. Raises UnusableArgument, UnusableStore."""
    for attempt in range(ATTEMPTS):
        with opened(store) as db:
            before, orders, made_from = signature(db), saved_orders(db), last_imports(db)
            order_rows, order_counts = judge_orders(db, orders, as_of)
        saved = shop_saved.load(store)
        if saved is None or not shop_saved.can_be_judged(store):
            raise UnusableArgument("nothing_saved")
        audit, rows = rows_of(catalogue := whole(saved), as_of, saved.readings, progress)
        with opened(store) as db:
            shipment_rows, shipped = judge_saved_shipments(db, catalogue, as_of)
            paid = judge_saved_payments(db, catalogue, as_of)
            return_rows, returned = judge_saved_returns(db, catalogue, as_of, paid)
        ahead = coming(catalogue, as_of, saved.readings)
        progress("save", 0, len(rows))
        with changing(store) as db:
            if signature(db) != before and attempt < ATTEMPTS - 1:
                continue  # the owner answered something meanwhile: what was judged is stale
            last = saved_facts.get_setting(db, saved_facts.JUDGED) or {}
            same = saved.last is None or last.get("import") == saved.last.number
            moved = last.get("moved", {}) if same else moves_of(db, last, saved.last, rows)
            by_marks = by_figures.moved(db, last, catalogue, saved.readings, as_of) if same else None
            judged.put_rows(db, rows)
            for kind, more in ((JudgedOrder, order_rows), (JudgedShipment, shipment_rows), (JudgedReturn, return_rows)):
                judged.put_rows(db, more, kind)
            kept = {
                LAST_DEED: last_deed(db),
                **summary(audit, as_of, saved.last.number if saved.last else 0),
                "orders": order_counts,
                "shipments": shipped,
                "returns": returned,
                "payments": paid,
                "moved": moved,
                FROM: msgspec.to_builtins(made_from),
                **by_figures.kept(last, by_marks, ahead, same=same),
            }
            saved_facts.put_setting(db, saved_facts.JUDGED, {**kept, "costs": costs(catalogue, orders, as_of)}, now)
        progress("save", len(rows), len(rows))
        return audit
    raise AssertionError(ATTEMPTS)


def moves_of(db: Database, last: Mapping[str, Any], newest: Import | None, rows: Sequence[JudgedRow]) -> dict[str, Any]:
    """What moved since the report of the last judging; nothing where that was taken away, for the one in place is older."""
    is_newer = newest is not None and newest.number > last.get("import", 0)
    return moves(judged.verdicts(db), rows) if is_newer else {}


def signature(db: Database) -> tuple[object, ...]:
    """What changes when anything that verdicts rest on does."""
    facts = db.conn.execute("select count(*), max(changed_at) from sku_fact").fetchone()
    last = db.conn.execute("select max(number), count(*) from import").fetchone()
    changes = db.conn.execute("select max(number) from history").fetchone()
    return (*facts, *last, *changes, saved_facts.get_prime_templates(db))


def costs(catalogue: Catalogue, orders: Sequence[Order], as_of: date) -> dict[str, Any]:
    """What points cost at every rate that the slider has, by what the orders of the last month sold: ready when it moves."""
    offers = [offer for offer in catalogue.offers if offer.price is not None]
    return strip_figures(of_orders(orders, offers, as_of, MONTH), offers, fees_of(offers, catalogue.facts, as_of), assumed(as_of))


def rejudge(db: Database, skus: Sequence[str], as_of: date) -> list[JudgedRow]:
    """Judge some offers again after a fact about them changed, and keep their rows; offers of the same ASIN go along."""
    chosen = offers.get_with_twins(db, skus)
    catalogue = some_of(db, [offer for _place, offer in chosen])
    _audit, fresh = rows_of(catalogue, as_of, readings_of(db))
    old = {row.sku: row for row in judged.rows_of(db, [row.sku for row in fresh])}
    rows = [
        row._replace(place=old[row.sku].place, sku_rank=old[row.sku].sku_rank, title_rank=old[row.sku].title_rank)
        for row in fresh
        if row.sku in old
    ]
    judged.change_rows(db, rows)
    return rows


def explained(db: Database, sku: str, as_of: date) -> tuple[Catalogue, Audit]:
    """All verdicts on one offer, found anew: what the why panel shows."""
    chosen = [offer for _place, offer in offers.get_with_twins(db, [sku])]
    catalogue = some_of(db, chosen)
    return catalogue, judge(catalogue, as_of, readings_of(db), everything=True)
