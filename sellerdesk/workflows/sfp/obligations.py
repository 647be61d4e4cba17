"""What this shop must do for Seller Fulfilled Prime, made from its own offers and from what it told."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.rules.engine.check import Run
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.sfp.obligations import CONDITIONS, Obligation, Standing, address_stands, weekend_stands
from sellerdesk.workflows.figures.in_force import version_on
from sellerdesk.workflows.files import Source
from sellerdesk.workflows.offers.audit import Files, facts_of, offers_of, prime_templates, strays_among
from sellerdesk.workflows.terms import obligations, rule

if TYPE_CHECKING:
    from sellerdesk.domain.shop import Shop


class Duty(msgspec.Struct, frozen=True):
    """One obligation with how it stands in the shop; `version` is that of the figure on which it rests, where no clause says so."""

    id: str
    obligation: Obligation
    standing: Standing
    version: Version | None = None


class Duties(msgspec.Struct, frozen=True):
    """All obligations of a shop, with the files that they were made from (`saved`: when the offers were imported)."""

    duties: list[Duty]
    source: Source
    others: list[Source]
    as_of: date
    saved: str | None = None

    def missing(self) -> list[str]:
        """The facts that obligations wait for to be known at all, each once."""
        return list(dict.fromkeys(fact for duty in self.duties if duty.standing.state == "check" for fact in duty.standing.missing))


def duties_of(files: Files, shop: "Shop | None", as_of: date) -> Duties:
    """The obligations of the offers of a file, or of the saved shop, on a day (Japan). Raises UnreadableFile, UnusableArgument."""
    others: list[Source] = []
    source, offers, saved = offers_of(files, shop)
    templates = prime_templates(files, shop, offers)
    facts, _sales = facts_of(files, shop, others, strays_among(offers, []))
    run = Run(as_of, Catalogue(offers, facts, templates), shop.readings if shop else {})
    return Duties(duties(run, shop.account if shop else Account()), source, others, as_of, saved)


def duties(run: Run, account: Account) -> list[Duty]:
    """Every obligation with how it stands, those that touch no offer among them."""
    found = {name: condition(run, account) for name, condition in CONDITIONS.items()}
    return [Duty(name, obligation, found[obligation.when], version) for name, obligation, version in in_force(run.as_of)]


def in_force(as_of: date) -> Iterator[tuple[str, Obligation, Version | None]]:
    """The obligations of a day (Japan): those of the terms, and those whose figure holds, with its version."""
    for name, obligation in obligations().items():
        if obligation.clauses and not terms_hold(as_of):
            continue
        version = version_on(obligation.figure, as_of) if obligation.figure else None
        if (version is None and obligation.figure) or (version is not None and not version.value):
            continue
        yield name, obligation, version


def not_covered(as_of: date) -> tuple[str, ...]:
    """The clauses of whose obligations nothing is known for a day (Japan)."""
    if terms_hold(as_of):
        return ()
    return tuple(dict.fromkeys(clause for obligation in obligations().values() for clause in obligation.clauses))


def terms_hold(as_of: date) -> bool:
    """Whether the terms of SFP are known to hold on a day (Japan): from the first one of their rules."""
    return rule("sfp.pre-order").begun(as_of)


def of_account(account: Account, skus: Sequence[str], as_of: date) -> Iterator[Duty]:
    """The obligations that stand as the owner told of the account, for a shop with these SFP offers (one is enough), on a day (Japan)."""
    base = Standing("applies" if skus else "none", tuple(skus))
    stands = {"return address": address_stands(base, account), "weekend": weekend_stands(base, account, as_of)}
    for name, obligation, version in in_force(as_of):
        if obligation.when in stands:
            yield Duty(name, obligation, stands[obligation.when], version)


def to_do(duties_: Sequence[Duty]) -> bool:
    """Whether an obligation is to mend or to check."""
    return any(duty.standing.state in ("trouble", "check") for duty in duties_)
