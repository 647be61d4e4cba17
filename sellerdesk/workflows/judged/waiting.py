"""What waits for a fact that nobody told: offers of SFP and of points, and returns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sellerdesk.domain.finding import MISSING
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.domain.offer import UNSOLD
from sellerdesk.workflows.judged.need import Need

SFP_WAITS = itemgetter(*map(JudgedRow._fields.index, ("sku", "missing")))
POINTS_WAIT = itemgetter(*map(JudgedRow._fields.index, ("sku", "points_why", "badge")))
RETURN_WAITS = itemgetter(*map(JudgedReturn._fields.index, ("order_id", "missing")))


def of_facts(judged: Mapping[str, Any], offers: Sequence[JudgedRow], returns: Sequence[JudgedReturn]) -> Iterator[Need]:
    """The missing fact whose answer settles most, with the others that verdicts wait for: of offers, and of returns.

    `judged` is what the last judging counted. Offers and orders are counted once each, however many verdicts on one wait.
    """
    yield from of_lacks("missing", judged.get("missing", []), {"points": of_points(offers), "sfp": map(SFP_WAITS, offers)})
    lacking = judged.get("returns", {}).get("missing", [])
    yield from of_lacks("missing_returns", lacking, {"returned": map(RETURN_WAITS, returns)})


def of_points(offers: Iterable[JudgedRow]) -> Iterator[tuple[str, str]]:
    """The SKUs whose verdict on points waits for facts, each with those."""
    return ((sku, lacked_by_points(why, badge)) for sku, why, badge in map(POINTS_WAIT, offers))


def lacked_by_points(why: str, badge: str) -> str:
    """The facts that the points of an offer wait for: its badge is blank where the condition is not known, whatever the row's reason."""
    case, _colon, facts = why.partition(":")
    unknown = "" if badge or why in UNSOLD else " condition"
    return (facts if case == MISSING else "") + unknown


def of_lacks(name: str, lacks: Iterable[Mapping[str, Any]], pages: Mapping[str, Iterable[tuple[str, str]]]) -> Iterator[Need]:
    """The need of the first fact that something waits for: on the first of some pages that shows what does."""
    listed = [lack for lack in lacks if lack["fact"] != "prime_template"]
    ranked = sorted(listed, key=lambda lack: (-lack["settles"], -lack["records"]))
    pairs = {page: [*waits] for page, waits in pages.items()} if ranked else {}
    for lack in ranked:
        fact = str(lack["fact"])
        for page, waits in pairs.items():
            if lack["settles"] and (subjects := waiting_for(fact, waits)):
                more = tuple((str(other["fact"]), int(other["records"])) for other in ranked if other is not lack)
                yield Need(name, "check", len(subjects), page, fact=fact, subjects=subjects, more=more)
                return


def waiting_for(fact: str, rows: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The subjects that wait for a fact, each once, of pairs of a subject and all it waits for: of 100,000 offers few of these differ."""
    waits = lru_cache(lambda missing: fact in missing.split())
    return tuple(dict.fromkeys(subject for subject, missing in rows if missing and waits(missing)))
