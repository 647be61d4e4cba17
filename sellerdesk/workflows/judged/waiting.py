"""What waits for a fact that nobody told: offers of SFP and of points, and returns."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from sellerdesk.domain.facts import FACT_NAMES
from sellerdesk.domain.finding import MISSING, RANKS
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.domain.offer import UNSOLD
from sellerdesk.workflows.judged.need import Need

BREACH = RANKS["breach"]


class Waiting:
    """The rows of a page, by what they wait for: of 100,000 offers few differ in that, and each such difference is looked at once."""

    def __init__(
        self, rows: Sequence[tuple[Any, ...]], places: tuple[int, int], lack: tuple[int, ...], facts: Callable[[Any], str]
    ) -> None:
        """`places` are those of a SKU or an order id, and of the worst verdict; `lack` those of the fields that tell what is waited for.

        `facts` is what these tell: names in a row.
        """
        self.rows, self.lack, self.facts = rows, itemgetter(*lack), facts
        self.subject, self.verdict = map(itemgetter, places)

    @cached_property
    def differing(self) -> Mapping[Any, Sequence[str]]:
        """The facts that are waited for, by what the fields of some row hold."""
        return {lack: self.facts(lack).split() for lack in set(map(self.lack, self.rows))}

    def for_fact(self, fact: str) -> tuple[str, ...]:
        """The subjects that wait for a fact, each once."""
        waits = {lack for lack, facts in self.differing.items() if fact in facts}
        pairs = zip(map(self.subject, self.rows), map(self.lack, self.rows), strict=True) if waits else ()
        return tuple(dict.fromkeys(subject for subject, lack in pairs if lack in waits))

    def decided(self, subjects: Collection[str]) -> int:
        """How many of some subjects are a breach already, whatever the fact turns out to be."""
        pairs = zip(map(self.subject, self.rows), map(self.verdict, self.rows), strict=True)
        return len({subject for subject, verdict in pairs if verdict == BREACH}.intersection(subjects))


def places_of(kind: type[Any], *names: str) -> tuple[int, ...]:
    """The places of fields in a kind of row."""
    return tuple(map(kind._fields.index, names))


def of_facts(judged: Mapping[str, Any], offers: Sequence[JudgedRow], returns: Sequence[JudgedReturn]) -> Iterator[Need]:
    """The missing fact whose answer settles most, with the others that verdicts wait for: of offers, and of returns.

    `judged` is what the last judging counted. Offers and orders are counted once each, however many verdicts on one wait.
    """
    sku, missing, of_points, of_sfp = places_of(JudgedRow, "sku", "missing", "points_verdict", "sfp_verdict")
    order, lacked, verdict = places_of(JudgedReturn, "order_id", "missing", "verdict")
    lack = places_of(JudgedRow, "points_why", "badge")
    points = Waiting(offers, (sku, of_points), lack, lambda why_and_badge: lacked_by_points(*why_and_badge))
    yield from of_lacks("missing", judged.get("missing", []), {"points": points, "sfp": Waiting(offers, (sku, of_sfp), (missing,), str)})
    lacking = judged.get("returns", {}).get("missing", [])
    yield from of_lacks("missing_returns", lacking, {"returned": Waiting(returns, (order, verdict), (lacked,), str)})


def lacked_by_points(why: str, badge: str) -> str:
    """The facts that the points of an offer wait for: its badge is blank where the condition is not known, whatever the row's reason."""
    case, _colon, facts = why.partition(":")
    unknown = "" if badge or why in UNSOLD else " condition"
    return (facts if case == MISSING else "") + unknown


def of_lacks(name: str, lacks: Iterable[Mapping[str, Any]], pages: Mapping[str, Waiting]) -> Iterator[Need]:
    """The need of the first fact that something waits for: on the first of some pages that shows what does."""
    listed = [lack for lack in lacks if lack["fact"] != "prime_template"]
    ranked = sorted(listed, key=lambda lack: (-lack["settles"], -lack["records"]))
    for lack in ranked:
        fact = str(lack["fact"])
        for page, rows in pages.items():
            if page == "points" and fact in FACT_NAMES:
                continue  # what the owner knows of an item is of SFP alone
            if lack["settles"] and (subjects := rows.for_fact(fact)):
                more = tuple((str(other["fact"]), int(other["records"])) for other in ranked if other is not lack)
                yield Need(name, "check", len(subjects), page, fact=fact, subjects=subjects, more=more, decided=rows.decided(subjects))
                return
