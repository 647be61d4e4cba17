"""A product's twin offers: one by SFP and one beside it, by ASIN (S-11)."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress
from operator import not_

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.folding import fold_note
from sellerdesk.domain.offer import NO_TEMPLATE, UNSOLD, Offer
from sellerdesk.rules.engine.check import NoParams, Run, lacking
from sellerdesk.rules.engine.columns import column_of
from sellerdesk.rules.scopes import prime


class Sides(msgspec.Struct):
    """The offers of one ASIN: SFP ones, seller-shipped ones without Prime, and those of which that is not known, with why.

    Of an offer that is closed (inactive) it need not be known: it makes no pair that would break the terms.
    """

    sfp: list[Offer] = []
    mfn: list[Offer] = []
    unknown: set[str] = set()


class Twins:
    """Judges an offer by the others of its ASIN (S-34, S-35): no seller-shipped offer without Prime beside an SFP offer; both are named.

    An offer whose own ASIN is not known is the one that gets the check: the pair is told once, where the fact is missing.
    """

    def __init__(self, run: Run) -> None:
        """Find the ASINs of which several offers may make a pair: of the others there is nothing to compare."""
        self.inside, self.no_asin, self.unknown = prime(run), lacking("asin"), cache(lacking)
        self.nothing_known = run.catalogue.prime_templates is None  # of no pair yet
        self.offers = run.catalogue.offers
        self.where = self.inside.of(self.offers)
        asins = asins_of(self.offers, run.catalogue)
        prime_asins = list(compress(asins, self.where))
        wanted = set(prime_asins)
        self.any_sfp = None in wanted or any(inside is True for inside in self.where)
        twice = [asin for asin, count in Counter(prime_asins).items() if count > 1] if len(wanted) < len(prime_asins) else []
        others = wanted.intersection(compress(asins, map(not_, self.where)))
        self.sides = {asin: Sides() for asin in (*twice, *others) if asin is not None}
        for offer, asin, inside in zip(self.offers, asins, self.where, strict=True) if self.sides else ():
            if asin in self.sides and offer.channel != "amazon" and offer.status not in UNSOLD:
                put_aside(self.sides[asin], offer, inside)

    def __call__(self, offer: Offer, known: SkuFacts) -> Verdict | None:
        """The verdict on one offer."""
        is_prime = self.inside(offer)
        if isinstance(is_prime, tuple):
            return self.unknown(*is_prime)
        if self.nothing_known or offer.channel == "amazon" or not (is_prime or self.any_sfp):
            return None
        asin = asin_of(offer, known)
        if asin is None:
            return self.no_asin
        if asin not in self.sides:
            return OK if is_prime else None
        return beside(offer, asin, self.sides[asin], is_prime=is_prime)

    def of(self, offers: Sequence[Offer], known: Sequence[SkuFacts]) -> Sequence[Verdict | None]:
        """The verdicts on many: those alone with an ASIN of their own are not asked one by one."""
        where, asins = self.where if offers is self.offers else self.inside.of(offers), column_of(offers, "asin")
        alone = {inside: self.unknown(*inside) if isinstance(inside, tuple) else OK if inside else None for inside in set(where)}
        if None not in asins and not self.sides:
            return list(map(alone.__getitem__, where))
        return [
            alone[inside]
            if inside.__class__ is tuple or (asin is not None and asin not in self.sides)
            else self(offers[place], known[place])
            for place, (asin, inside) in enumerate(zip(asins, where, strict=True))
        ]


def twins(_params: NoParams, run: Run) -> Twins:
    """No other offer of the shop beside an SFP offer (S-34, S-35)."""
    return Twins(run)


def put_aside(side: Sides, offer: Offer, is_prime: bool | tuple[str, ...]) -> None:  # noqa: FBT001 (what a scope says)
    """Put an offer on its side of its ASIN."""
    if is_prime is True:
        side.sfp.append(offer)
    elif isinstance(is_prime, tuple) or offer.channel is None:
        side.unknown.update(() if is_closed(offer) else is_prime if isinstance(is_prime, tuple) else ("fulfillment_channel",))
    else:
        side.mfn.append(offer)


def beside(offer: Offer, asin: str, side: Sides, *, is_prime: bool) -> Verdict | None:
    """The verdict on an offer whose ASIN has these others; a twin that may or may not count is never taken as none."""
    twins = side.mfn if is_prime else side.sfp
    live = [] if is_closed(offer) else [twin for twin in twins if not is_closed(twin)]
    unknown = set[str]() if is_closed(offer) else side.unknown
    if not is_prime and offer.channel is None:
        return lacking("fulfillment_channel") if live or unknown - {"fulfillment_channel"} else None
    found = pair(offer, asin, live, is_prime=is_prime) if live else None
    if unknown and (found is None or found.case != "identical"):
        return lacking(*sorted(unknown | set(found.missing if found else ())))
    if found is None and twins:
        return Verdict("closed", {"asin": asin, "others": tuple(twin.sku for twin in twins), "prime": "yes" if is_prime else "no"})
    return found or (OK if is_prime else None)


def asins_of(offers: Sequence[Offer], catalogue: Catalogue) -> Sequence[str | None]:
    """The ASIN of every offer, of the report or told by the owner."""
    asins: Sequence[str | None] = column_of(offers, "asin")
    return asins if None not in asins else [asin_of(offer, catalogue.facts_of(offer.sku)) for offer in offers]


def asin_of(offer: Offer, known: SkuFacts) -> str | None:
    """The ASIN of the report, or the one the owner told."""
    return offer.asin if offer.asin is not None else known.asin


def pair(offer: Offer, asin: str, twins: Sequence[Offer], *, is_prime: bool) -> Verdict:
    """The verdict on an offer with twins on the other side: identical, different (AMB-16), or not known."""
    unlike = {twin.sku: differences(offer, twin) for twin in twins}
    same = tuple(sku for sku, fields in unlike.items() if fields == ())
    if not same and (unknown := [field for fields in unlike.values() for field in fields if field.startswith("?")]):
        return lacking(*sorted({field[1:] for field in unknown}))
    facts: Facts = {"asin": asin, "others": same or tuple(unlike), "prime": "yes" if is_prime else "no"}
    if same:
        return Verdict("identical", facts)
    return Verdict("different", {**facts, "differs": tuple(sorted({field for fields in unlike.values() for field in fields}))})


def differences(offer: Offer, other: Offer) -> tuple[str, ...]:
    """The fields in which two offers differ; those that cannot be compared, with "?", when no known one differs."""
    fields = (
        ("condition", offer.condition, other.condition),
        ("condition_note", fold_note(offer.condition_note), fold_note(other.condition_note)),
    )
    unlike = tuple(name for name, mine, theirs in fields if None not in (mine, theirs) and mine != theirs)
    return unlike or tuple("?" + name for name, mine, theirs in fields if None in (mine, theirs))


def leave_prime_of_pair(finding: Finding) -> tuple[Change, ...]:
    """Take the Prime side of the pair off its template; nothing is to mend while one of the two is closed."""
    others = finding.facts["others"]
    skus = others if finding.facts["prime"] == "no" and isinstance(others, tuple) else (finding.subject,)
    return tuple(Change(sku, "shipping_template", NO_TEMPLATE, "would" if finding.case == "closed" else "mend") for sku in skus)


def is_closed(offer: Offer) -> bool:
    """Whether an offer is not active: a report that tells no status is taken to list active offers."""
    return offer.status == "inactive"
