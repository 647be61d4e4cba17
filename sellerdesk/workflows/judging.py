"""Judge the saved catalogue and keep a row for every offer: what the window shows, without judging anything itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import BADNESS, MISSING, RANKS, Finding, badness
from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
from sellerdesk.domain.money import least_for
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.domain.order import Order
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers import listings
from sellerdesk.rules.check import Run
from sellerdesk.rules.cost import cost
from sellerdesk.rules.engine import Audit, Lacks
from sellerdesk.rules.points import TwoPercent
from sellerdesk.rules.sfp import prime
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import imports, judged, offers
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing, opened
from sellerdesk.workflows import shop
from sellerdesk.workflows.account import readings_of
from sellerdesk.workflows.audit import judged as judge
from sellerdesk.workflows.audit import still_there, together
from sellerdesk.workflows.cost import MONTH, SLIDER, of_orders
from sellerdesk.workflows.judged_from import FROM, RULES, last_imports, rulebooks
from sellerdesk.workflows.judging_orders import judge_orders, saved_orders
from sellerdesk.workflows.judging_returns import judge_saved_returns
from sellerdesk.workflows.judging_shipments import judge_saved_shipments
from sellerdesk.workflows.terms import rule

OK, BREACH = RANKS["ok"], RANKS["breach"]
IMPOSSIBLE = "points.impossible-price"
ATTEMPTS = 5
STEP = 2_000
"""Offers between two reports of progress."""

Progress = Callable[[str, int, int], None]
"""Told of a stage ("read", "judge", "save") with how many of how many are done."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """No progress to tell."""


def judge_saved(store: Path, as_of: date, now: datetime, progress: Progress = quiet) -> Audit:
    """Judge all that is saved on a day (Japan) and keep the rows and counts. Raises UnusableArgument, UnusableStore."""
    for attempt in range(ATTEMPTS):
        with opened(store) as db:
            before, orders, made_from = signature(db), saved_orders(db), last_imports(db)
            order_rows, order_counts = judge_orders(db, orders, as_of)
        saved = shop.load(store)
        if saved is None or not shop.can_be_judged(store):
            raise UnusableArgument("nothing_saved")
        templates = still_there(saved.prime_templates, saved.offers)
        catalogue = Catalogue(saved.offers, together(saved.facts, saved.restock), templates, saved.sales)
        audit, rows = rows_of(catalogue, as_of, saved.readings, progress)
        with opened(store) as db:
            shipment_rows, shipped = judge_saved_shipments(db, catalogue, as_of)
            return_rows, returned = judge_saved_returns(db, catalogue, as_of)
        progress("save", 0, len(rows))
        with changing(store) as db:
            if signature(db) != before and attempt < ATTEMPTS - 1:
                continue  # the owner answered something meanwhile: what was judged is stale
            last = saved_facts.get_setting(db, saved_facts.JUDGED) or {}
            same = saved.last is None or last.get("import") == saved.last.number
            moved = last.get("moved", {}) if same else moves(judged.verdicts(db), rows)
            judged.put_rows(db, rows)
            judged.put_rows(db, order_rows, JudgedOrder)
            judged.put_rows(db, shipment_rows, JudgedShipment)
            judged.put_rows(db, return_rows, JudgedReturn)
            kept = {
                **told(audit, as_of, saved.last.number if saved.last else 0),
                "orders": order_counts,
                "shipments": shipped,
                "returns": returned,
                "moved": moved,
                FROM: msgspec.to_builtins(made_from),
                RULES: rulebooks(),
            }
            saved_facts.put_setting(db, saved_facts.JUDGED, {**kept, "costs": costs(saved.offers, orders, as_of)}, now)
        progress("save", len(rows), len(rows))
        return audit
    raise AssertionError(ATTEMPTS)


def moves(before: Mapping[str, tuple[int, int | None]], rows: Sequence[JudgedRow]) -> dict[str, Any]:
    """What came or went since the report before, as it was judged then: SKUs that have breaches now, or have none any more.

    Empty when there was no report before. (The command `since` judges both reports anew, by what is known today.)
    """
    if not before:
        return {}
    moved: dict[str, list[str]] = {"worse": [], "better": []}
    for row in rows:
        if row.sku in before:
            was, now = (min(points, OK if sfp is None else sfp) for points, sfp in (before[row.sku], (row.points_verdict, row.sfp_verdict)))
            if BREACH in (was, now) and was != now:
                moved["worse" if now == BREACH else "better"].append(row.sku)
    there = {row.sku for row in rows}
    return {**moved, "new": len(there - before.keys()), "gone": len(before.keys() - there)}


def signature(db: Database) -> tuple[object, ...]:
    """What changes when anything that verdicts rest on does."""
    facts = db.conn.execute("select count(*), max(changed_at) from sku_fact").fetchone()
    last = db.conn.execute("select max(number), count(*) from import").fetchone()
    changes = db.conn.execute("select max(number) from history").fetchone()
    return (*facts, *last, *changes, saved_facts.get_prime_templates(db))


def costs(offers: Sequence[Offer], orders: Sequence[Order], as_of: date) -> dict[str, Any]:
    """What points cost at every rate that the slider has, by what the orders of the last month sold: ready when it moves."""
    sold = of_orders(orders, offers, as_of, MONTH)
    rates = {percent: cost(sold.by_price.items(), percent) for percent in SLIDER} if sold.by_price else {}
    priced = [(offer.price, 1) for offer in offers if offer.price is not None and offer.status not in UNSOLD]
    return {
        "units": sum(sold.by_price.values()),
        "revenue": sum(price * units for price, units in sold.by_price.items()),
        "rates": {str(percent): [one.down, one.half_up, one.up] for percent, one in rates.items()},
        "mean_price": sum(price for price, _one in priced) // len(priced) if priced else 0,
    }


def told(audit: Audit, as_of: date, number: int) -> dict[str, Any]:
    """What is kept of a judging beside its rows."""
    missing = [{"fact": one.fact, "records": one.records, "settles": one.settles} for one in audit.missing]
    bare = sum(one.rule == IMPOSSIBLE and not one.facts["points"] for one in audit.findings if one.outcome == "breach")
    return {
        "as_of": as_of, "import": number, "summary": audit.summary, "missing": missing, "not_covered": audit.not_covered, "bare": bare,
    }  # fmt: skip


def rows_of(catalogue: Catalogue, as_of: date, readings: Mapping[str, str], progress: Progress = quiet) -> tuple[Audit, list[JudgedRow]]:
    """Every offer of a catalogue judged, with its row."""
    audit = judge(catalogue, as_of, readings)
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in audit.findings:
        found[finding.subject].append(finding)
    inside, rate = prime(Run(as_of, catalogue)), least_rate(as_of)
    skus = ranks(offer.sku for offer in catalogue.offers)
    titles = ranks(offer.title or "" for offer in catalogue.offers)
    rows = []
    for place, offer in enumerate(catalogue.offers):
        mine, lacks = found.get(offer.sku, ()), audit.lacks.get(place, ())
        order = (skus[offer.sku], titles[offer.title or ""])
        rows.append(row_of(place, offer, mine, lacks, order, rate=rate, is_prime=inside(offer) is not False))
        if place % STEP == STEP - 1:
            progress("judge", place + 1, len(catalogue.offers))
    return audit, rows


def least_rate(as_of: date) -> int:
    """The least rate of points in percent on a day; 0 before there was one."""
    version = rule("points.two-percent").on(as_of)
    return msgspec.convert(version.params, TwoPercent).per_cent if version else 0


def ranks(texts: Iterable[str]) -> dict[str, int]:
    """The place of every text when they are sorted, so that a table sorts 100,000 texts as numbers."""
    return {text: rank for rank, text in enumerate(sorted(set(texts)))}


def row_of(
    place: int, offer: Offer, found: Sequence[Finding], lacks: Sequence[Lacks], order: tuple[int, int], *, rate: int, is_prime: bool
) -> JudgedRow:
    """The row of one offer."""
    points = [finding for finding in found if finding.rule.startswith("points.")]
    sfp = [finding for finding in found if finding.rule.startswith("sfp.")]
    points_lack, sfp_lack = lacked(tuple(lacks), "points."), lacked(tuple(lacks), "sfp.")
    worst, why = worst_of(points, points_lack)
    badge = next((finding.case for finding in points if finding.rule == "points.badge-item"), "" if "condition" in points_lack else "ok")
    needed = least_for(offer.price, rate) if offer.price is not None else None
    short = max(0, needed - offer.points) if needed is not None and offer.points is not None else None
    causes = [f"{finding.rule}:{finding.case}" for finding in sorted(sfp, key=badness)]
    judged_sfp = worst_of(sfp, sfp_lack)[0] if is_prime or sfp or sfp_lack else None
    if offer.status in UNSOLD:
        worst, why, badge = OK, offer.status or "", ""
    return JudgedRow(
        place, offer.sku, offer.title or "", offer.asin or "", offer.price, offer.points, needed, short, offer.quantity,
        offer.shipping_template or "", worst, why, badge, judged_sfp, " ".join(causes), " ".join(sfp_lack),
        folded(f"{offer.sku}\n{offer.title or ''}\n{offer.asin or ''}"), *order,
    )  # fmt: skip


@cache
def lacked(lacks: tuple[Lacks, ...], group: str) -> tuple[str, ...]:
    """The facts that the rules of a group lacked; a shop has some dozen combinations over all its offers."""
    return tuple(sorted({fact for rules, facts in lacks if any(name.startswith(group) for name in rules) for fact in facts}))


def worst_of(found: Sequence[Finding], lacking: Sequence[str]) -> tuple[int, str]:
    """The worst verdict of an offer as a rank, and why: rule and case, or the facts that are missing."""
    if not found and not lacking:
        return OK, ""
    told = [(badness(one), number, RANKS[one.outcome], f"{one.rule}:{one.case}") for number, one in enumerate(found)]
    if lacking:
        told.append((BADNESS[MISSING], len(told), RANKS["check"], f"{MISSING}:{' '.join(lacking)}"))
    _badness, _number, rank, why = min(told)
    return rank, why


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


def templates_in_force(db: Database) -> frozenset[str] | None:
    """The saved Prime templates; None (to be asked) also when the report has templates, and none of them is one of these."""
    saved = saved_facts.get_prime_templates(db)
    gone = saved and not offers.any_on_template(db, saved) and offers.any_template(db)
    return None if gone else saved


def explained(db: Database, sku: str, as_of: date) -> tuple[Catalogue, Audit]:
    """All verdicts on one offer, found anew: what the why panel shows."""
    chosen = [offer for _place, offer in offers.get_with_twins(db, [sku])]
    catalogue = some_of(db, chosen)
    return catalogue, judge(catalogue, as_of, readings_of(db), everything=True)


def some_of(db: Database, chosen: Sequence[Offer]) -> Catalogue:
    """A catalogue of some offers, with all that is saved about them."""
    skus = [offer.sku for offer in chosen]
    return Catalogue(chosen, saved_facts.get_facts_of(db, skus), templates_in_force(db), offers.get_sales(db, skus))


def last_import(db: Database) -> imports.Import | None:
    """The import whose offers are in place."""
    return imports.last(db, listings.KINDS)
