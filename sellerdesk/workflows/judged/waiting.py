"""The rows that wait for a fact, and the page that asks for it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sellerdesk.domain.facts import FACT_NAMES
from sellerdesk.domain.finding import MISSING
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.domain.offer import UNSOLD

OFFER_WAITS = itemgetter(*map(JudgedRow._fields.index, ("sku", "missing")))
POINTS_WAIT = itemgetter(*map(JudgedRow._fields.index, ("sku", "points_why", "badge")))
RETURN_WAITS = itemgetter(*map(JudgedReturn._fields.index, ("order_id", "missing")))


def offers_waiting(fact: str, rows: Sequence[JudgedRow]) -> tuple[str, tuple[str, ...]]:
    """The page that asks for a fact with the SKUs that wait for it: that of points, which lists all, where points wait for it."""
    sfp = waiting_for(fact, map(OFFER_WAITS, rows))
    if fact in FACT_NAMES:  # what the owner knows of an item is of SFP alone
        return "sfp", sfp
    waits = lru_cache(lambda why, badge: fact in lacked_by_points(why, badge).split())
    points = tuple(sku for sku, why, badge in map(POINTS_WAIT, rows) if waits(why, badge))
    return ("points", tuple(dict.fromkeys((*points, *sfp)))) if points else ("sfp", sfp)


def lacked_by_points(why: str, badge: str) -> str:
    """The facts that the points of an offer wait for: its badge is blank where the condition is not known, whatever the row's reason."""
    case, _colon, facts = why.partition(":")
    unknown = "" if badge or why in UNSOLD else " condition"
    return (facts if case == MISSING else "") + unknown


def returns_waiting(fact: str, rows: Sequence[JudgedReturn]) -> tuple[str, tuple[str, ...]]:
    """The page of returns, with the order ids that wait for a fact."""
    return "returned", waiting_for(fact, map(RETURN_WAITS, rows))


def waiting_for(fact: str, rows: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The subjects that wait for a fact, of pairs of a subject and all that it waits for: of 100,000 offers few of these differ."""
    waits = lru_cache(lambda missing: fact in missing.split())
    return tuple(subject for subject, missing in rows if missing and waits(missing))
