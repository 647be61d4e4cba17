"""Seller Fulfilled Prime, offer by offer: what a Prime shipping template must not carry.

Sources: clauses S-01, S-11, S-16, S-30…S-37. Only seller-shipped offers on a Prime template are judged.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import compress, product
from operator import not_

import msgspec

from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import OK, Change, Facts, Finding, Verdict
from sellerdesk.domain.offer import NO_TEMPLATE, UNSOLD, Offer
from sellerdesk.rules.check import Changer, Check, Inside, Judge, NoParams, Run, Scope, by, column_of, each, lacking
from sellerdesk.rules.points import listed

JAPAN = "JP"

SCOPE_FACTS = ("prime_template", "shipping_template", "fulfillment_channel")
"""What must be known of an offer to tell whether it is a Prime one."""


def prime(run: Run) -> Scope[Offer]:
    """Seller-shipped offers on a template that the owner calls a Prime one (S-01)."""
    return prime_among(run.catalogue.prime_templates)


def prime_among(templates: frozenset[str] | None) -> Scope[Offer]:
    """The one answer to "is this an SFP offer?": yes, no, or the facts that are missing; `templates` are the Prime ones, as far as told."""
    unknown = {which: tuple(compress(SCOPE_FACTS, which)) for which in product((True, False), repeat=len(SCOPE_FACTS))}

    def inside(offer: Offer) -> Inside:
        if offer.channel == "amazon" or offer.status in UNSOLD:
            return False
        template = offer.shipping_template
        if templates is not None and template is not None:
            return template in templates and (offer.channel is not None or ("fulfillment_channel",))
        if templates is not None and not templates:
            return False
        return unknown[templates is None, template is None, offer.channel is None]

    return Scope(inside, ("channel", "status", "shipping_template"))


def sfp_skus(offers: Iterable[Offer], templates: frozenset[str] | None) -> dict[str, bool]:
    """Which SKUs are SFP ones, of those of which that is known."""
    inside = prime_among(templates)
    told = {offer.sku: inside(offer) for offer in offers}
    return {sku: answer for sku, answer in told.items() if isinstance(answer, bool)}


def yes_no(fact: str, case: str, *yes: str) -> Callable[[NoParams, Run], Judge[Offer]]:
    """A check that one fact of the owner decides: any of the values `yes` is the case, another known value is ok."""
    unknown, hits = lacking(fact), {value: Verdict(case, {fact: value}) for value in yes}

    def bind(_params: NoParams, _run: Run) -> Judge[Offer]:
        def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
            value = getattr(known, fact)
            return unknown if value is None else hits.get(value, OK)

        return judge

    return bind


def restock_date(_params: NoParams, run: Run) -> Judge[Offer]:
    """No restock date after the day of the run (S-36); a date that has come is none."""
    as_of, unknown = run.as_of, lacking("restock_date")

    def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
        day = known.restock_date
        if day is None:
            return unknown
        return OK if day == "none" or day <= as_of else Verdict("future", {"restock_date": day, "as_of": as_of})

    return judge


def out_of_stock(_params: NoParams, _run: Run) -> Judge[Offer]:
    """Stock of at least one (S-37)."""
    unknown, empty = lacking("quantity"), Verdict("empty", {"quantity": 0})

    def judge(offer: Offer, _known: SkuFacts) -> Verdict | None:
        return unknown if offer.quantity is None else OK if offer.quantity > 0 else empty

    return judge


def ship_from(_params: NoParams, _run: Run) -> Judge[Offer]:
    """Shipped from Japan (S-11)."""
    unknown = lacking("ship_from")

    def judge(_offer: Offer, known: SkuFacts) -> Verdict | None:
        place = known.ship_from
        return unknown if place is None else OK if place == JAPAN else Verdict("abroad", {"ship_from": place})

    return judge


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
        where = self.where if offers is self.offers else self.inside.of(offers)
        return [
            (OK if inside else None)
            if inside.__class__ is bool and asin is not None and asin not in self.sides
            else self(offers[place], known[place])
            for place, (asin, inside) in enumerate(zip(column_of(offers, "asin"), where, strict=True))
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


def is_closed(offer: Offer) -> bool:
    """Whether an offer is not active: a report that tells no status is taken to list active offers."""
    return offer.status == "inactive"


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


def differences(one: Offer, other: Offer) -> tuple[str, ...]:
    """The fields in which two offers differ; those that cannot be compared, with "?", when no known one differs."""
    fields = (
        ("condition", one.condition, other.condition),
        ("condition_note", fold_note(one.condition_note), fold_note(other.condition_note)),
    )
    unlike = tuple(name for name, mine, theirs in fields if None not in (mine, theirs) and mine != theirs)
    return unlike or tuple("?" + name for name, mine, theirs in fields if None in (mine, theirs))


def fold_note(note: str | None) -> str | None:
    """A condition note without the differences that nobody means: width, case, spaces."""
    return None if note is None else " ".join(unicodedata.normalize("NFKC", note).casefold().split())


def leave_prime(finding: Finding) -> tuple[Change, ...]:
    """Take the offer off the Prime template: the way out that is always the owner's to take."""
    return (Change(finding.subject, "shipping_template", NO_TEMPLATE),)


def leave_prime_of_pair(finding: Finding) -> tuple[Change, ...]:
    """Take the Prime side of the pair off its template; nothing is to mend while one of the two is closed."""
    others = finding.facts["others"]
    skus = others if finding.facts["prime"] == "no" and isinstance(others, tuple) else (finding.subject,)
    return tuple(Change(sku, "shipping_template", NO_TEMPLATE, "would" if finding.case == "closed" else "mend") for sku in skus)


def set_fact(fact: str, to: str, *, own: bool) -> Changer:
    """Another value of a fact; `own` when the owner brings it about, else it only would turn the verdict."""
    return lambda finding: (Change(finding.subject, fact, to, "mend" if own else "would"),)


CHECKS = (
    Check(
        "pre_order", NoParams, prime, ("preorder",), ("preorder",), yes_no("preorder", "preorder", "yes"), leave_prime,
        column=by("preorder"),
    ),
    Check("restock_date", NoParams, prime, ("future",), ("restock_date",), restock_date, leave_prime, column=by("restock_date")),
    Check("out_of_stock", NoParams, prime, ("empty",), ("quantity",), out_of_stock, leave_prime, column=by("quantity")),
    Check(
        "duplicate_offer", NoParams, listed, ("identical", "different", "closed"), ("asin", "condition", "condition_note", "status"), twins,
        leave_prime_of_pair,
        column=lambda _params, _run, judge: judge.of if isinstance(judge, Twins) else each(judge),
    ),
    Check(
        "ship_from", NoParams, prime, ("abroad",), ("ship_from",), ship_from, set_fact("ship_from", JAPAN, own=True),
        column=by("ship_from"),
    ),
    Check(
        "hazmat", NoParams, prime, ("hazmat",), ("hazmat",), yes_no("hazmat", "hazmat", "yes", "potential"),
        set_fact("hazmat", "no", own=False), column=by("hazmat"),
    ),
    Check(
        "medical", NoParams, prime, ("medical",), ("medical",), yes_no("medical", "medical", "yes"), set_fact("medical", "no", own=False),
        column=by("medical"),
    ),
)  # fmt: skip
