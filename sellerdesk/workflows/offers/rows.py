"""The judged rows of the offers, worst first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import BADNESS, MISSING, RANKS, Finding, badness
from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.domain.money import least_for
from sellerdesk.domain.offer import UNSOLD, Offer
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.engine.judge import Audit, Unknowns
from sellerdesk.rules.points.offers import TwoPercent
from sellerdesk.rules.scopes import prime
from sellerdesk.workflows.offers.audit import judged as judge
from sellerdesk.workflows.terms import rule

IMPOSSIBLE = "points.impossible-price"

OK, BREACH = RANKS["ok"], RANKS["breach"]
STEP = 2_000
"""Offers between two reports of progress."""
Progress = Callable[[str, int, int], None]
"""Told of a stage ("read", "judge", "save") with how many of how many are done."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """No progress to tell."""


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


def summary(audit: Audit, as_of: date, number: int) -> dict[str, Any]:
    """What is kept of a judging beside its rows."""
    missing = [{"fact": missing.fact, "records": missing.records, "settles": missing.settles} for missing in audit.missing]
    bare = sum(finding.rule == IMPOSSIBLE and not finding.facts["points"] for finding in audit.findings if finding.outcome == "breach")
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
    place: int, offer: Offer, found: Sequence[Finding], lacks: Sequence[Unknowns], order: tuple[int, int], *, rate: int, is_prime: bool
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
def lacked(lacks: tuple[Unknowns, ...], group: str) -> tuple[str, ...]:
    """The facts that the rules of a group lacked; a shop has some dozen combinations over all its offers."""
    return tuple(sorted({fact for rules, facts in lacks if any(name.startswith(group) for name in rules) for fact in facts}))


def worst_of(found: Sequence[Finding], lacking: Sequence[str]) -> tuple[int, str]:
    """The worst verdict of an offer as a rank, and why: rule and case, or the facts that are missing."""
    if not found and not lacking:
        return OK, ""
    ranked = [(badness(finding), number, RANKS[finding.outcome], f"{finding.rule}:{finding.case}") for number, finding in enumerate(found)]
    if lacking:
        ranked.append((BADNESS[MISSING], len(ranked), RANKS["check"], f"{MISSING}:{' '.join(lacking)}"))
    _badness, _number, rank, why = min(ranked)
    return rank, why
